package org.throughline.web.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.access.Accounts;
import org.throughline.access.AuditLog;
import org.throughline.access.Reader;
import org.throughline.access.UnfitException;
import org.throughline.store.Account;
import org.throughline.store.AuditFilter;
import org.throughline.store.AuditLine;

/** For administrators: who may get in, with which roles, and what was done. */
@Controller
class PeoplePages {

    private static final int LISTED = 500;
    private static final int LINES = 100;

    private final Accounts accounts;
    private final AuditLog audit;

    PeoplePages(Accounts accounts, AuditLog audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** An account in the list. */
    public record Row(String name, String display, String grants, boolean active) {

        static Row of(Account it) {
            return new Row(it.name(), it.display(), PeoplePages.grants(it), it.active());
        }
    }

    private static String grants(Account account) {
        return String.join(
                ", ", account.grants().stream().sorted().map(Accounts::text).toList());
    }

    @GetMapping("/people")
    String list(Model model) {
        model.addAttribute("here", "people");
        model.addAttribute(
                "people", accounts.list("", LISTED).stream().map(Row::of).toList());
        return "people";
    }

    @PostMapping("/people")
    String add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String grants,
            Model model,
            HttpServletResponse response) {
        try {
            accounts.create(
                    name,
                    wish(display, password, grants, true),
                    Reader.current().name());
            return "redirect:/people";
        } catch (UnfitException e) {
            response.setStatus(e.refused().status().value());
            model.addAttribute("said", e.refused().sentence());
            model.addAttribute("wished", new Row(name, display, grants, true));
            return list(model);
        }
    }

    @GetMapping("/people/{name}")
    String one(@PathVariable String name, Model model) {
        model.addAttribute("here", "people");
        Account account = accounts.one(name).orElse(null);
        if (account == null) {
            return "redirect:/people";
        }
        model.addAttribute("one", Row.of(account));
        model.addAttribute("version", account.version());
        return "person";
    }

    @PostMapping("/people/{name}")
    String change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String display,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String grants,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        try {
            accounts.change(name, wish(display, password, grants, active), version);
            return "redirect:/people";
        } catch (UnfitException e) {
            response.setStatus(e.refused().status().value());
            model.addAttribute("said", e.refused().sentence());
            return one(name, model);
        }
    }

    private static Accounts.Wish wish(String display, String password, String grants, boolean active) {
        return new Accounts.Wish(display, password.isEmpty() ? null : password, List.of(grants), active);
    }

    @GetMapping("/audit")
    String audit(@RequestParam(required = false) @Nullable Long before, Model model) {
        List<AuditLine> lines = audit.lines(before == null ? Long.MAX_VALUE : before, LINES + 1, AuditFilter.ALL);
        model.addAttribute("here", "people");
        model.addAttribute("lines", lines.subList(0, Math.min(LINES, lines.size())));
        model.addAttribute("next", lines.size() > LINES ? lines.get(LINES - 1).id() : null);
        return "audit";
    }
}

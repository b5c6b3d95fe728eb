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
import org.throughline.access.Reader;
import org.throughline.access.Role;
import org.throughline.access.Scope;
import org.throughline.access.Tokens;
import org.throughline.access.UnfitException;

/** One's own account: roles to read, password and tokens to change. */
@Controller
class AccountPage {

    private static final int LISTED = 200;

    private final Accounts accounts;
    private final Tokens tokens;

    AccountPage(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @GetMapping("/account")
    String page(Model model) {
        Reader reader = Reader.current();
        model.addAttribute("here", "account");
        model.addAttribute("account", accounts.one(reader.name()).orElse(null));
        model.addAttribute(
                "grants", reader.grants().stream().sorted().map(Accounts::text).toList());
        model.addAttribute("tokens", tokens.list(reader.name(), "", LISTED));
        model.addAttribute("scopes", offered(reader));
        return "account";
    }

    /** What is of no use to them is not offered. */
    private static List<String> offered(Reader reader) {
        return Scope.words().stream()
                .filter(it -> reader.is(Role.ADMINISTRATOR) || !it.equals(Scope.METRICS.word()))
                .toList();
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam String old, @RequestParam String password, Model model, HttpServletResponse response) {
        return tried(
                model,
                response,
                () -> accounts.changePassword(Reader.current().name(), old, password),
                "redirect:/login");
    }

    @PostMapping("/account/tokens")
    String token(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam int days,
            Model model,
            HttpServletResponse response) {
        return tried(
                model,
                response,
                () -> model.addAttribute(
                        "made",
                        tokens.create(new Tokens.Wish(name, scopes, days, null), Reader.current())
                                .secret()),
                null);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable String id, Model model, HttpServletResponse response) {
        return tried(model, response, () -> tokens.revoke(id, Reader.current()), "redirect:/account");
    }

    /** @param then where to go, or null to show the page */
    private String tried(Model model, HttpServletResponse response, Runnable change, @Nullable String then) {
        try {
            change.run();
            return then == null ? page(model) : then;
        } catch (UnfitException e) {
            response.setStatus(e.refused().status().value());
            model.addAttribute("said", e.refused().sentence());
            return page(model);
        }
    }
}

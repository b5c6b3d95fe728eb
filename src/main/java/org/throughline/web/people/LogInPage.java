package org.throughline.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.throughline.access.Answers;
import org.throughline.access.FirstAdministrator;
import org.throughline.access.LogIn;
import org.throughline.access.LogInPages;
import org.throughline.access.Refused;
import org.throughline.access.UnfitException;

/** The log-in, the set-up of the first administrator, and why somebody may not see a page. */
@Controller
class LogInPage {

    private final LogIn logIn;
    private final FirstAdministrator first;
    private final List<Issuer> issuers;

    LogInPage(LogIn logIn, FirstAdministrator first, ObjectProvider<ClientRegistrationRepository> registrations) {
        this.logIn = logIn;
        this.first = first;
        this.issuers = issuers(registrations.getIfAvailable());
    }

    /** An organisation's own log-in. */
    public record Issuer(String id, String name) {}

    private static List<Issuer> issuers(@Nullable Object registrations) {
        List<Issuer> issuers = new ArrayList<>();
        if (registrations instanceof Iterable<?> all) {
            for (Object each : all) {
                ClientRegistration it = (ClientRegistration) each;
                issuers.add(new Issuer(it.getRegistrationId(), it.getClientName()));
            }
        }
        return issuers;
    }

    @GetMapping("/login")
    String logIn(HttpServletRequest request, Model model) {
        if (!logIn.isRequired()) {
            return "redirect:/";
        }
        model.addAttribute("issuers", issuers);
        model.addAttribute("setup", first.isWanted());
        model.addAttribute("said", said(request));
        return "login";
    }

    private static @Nullable String said(HttpServletRequest request) {
        if (request.getParameter("failed") != null) {
            return "That name and password do not belong together. Try again, or ask an administrator for a new"
                    + " password.";
        }
        if (request.getParameter("issuer") != null) {
            return "Your organisation's log-in did not let you in. The audit log says why: ask an administrator.";
        }
        if (request.getParameter("out") != null) {
            return "You are logged out.";
        }
        HttpSession session = request.getSession(false);
        return session == null || request.getParameter("wait") == null
                ? null
                : (String) session.getAttribute(LogInPages.SAID);
    }

    @GetMapping("/setup")
    String setUp() {
        return first.isWanted() ? "setup" : "redirect:/login";
    }

    @PostMapping("/setup")
    String setUp(
            @RequestParam String token,
            @RequestParam String name,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            first.create(token, name, password, request.getRemoteAddr());
            return "redirect:/login";
        } catch (UnfitException e) {
            response.setStatus(
                    e.refused().status() == HttpStatus.UNAUTHORIZED
                            ? HttpStatus.FORBIDDEN.value()
                            : e.refused().status().value());
            model.addAttribute("said", e.refused().sentence());
            model.addAttribute("name", name);
            return "setup";
        }
    }

    /** Requests that are not let in are forwarded here; who asks for it themselves finds nothing. */
    @RequestMapping("/refused")
    String refused(HttpServletRequest request, HttpServletResponse response, Model model) {
        Object why = request.getAttribute(Answers.REASON);
        if (!(why instanceof Refused refused)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("heading", "There is no such page");
            model.addAttribute("message", "The address may have changed. The first page has what there is.");
            return "failure";
        }
        boolean isForm = refused.name().equals("form-not-taken");
        model.addAttribute("heading", refused.title());
        model.addAttribute(
                "message",
                isForm
                        ? "It did not come from a page of ours, or that page is too old, or what it sent is too large."
                                + " Go to the first page and send it from there."
                        : refused.sentence());
        return "failure";
    }
}

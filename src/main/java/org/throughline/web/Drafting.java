package org.throughline.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.WebUtils;
import org.throughline.access.Reader;
import org.throughline.app.LiveRules;
import org.throughline.app.RuleDraft;
import org.throughline.app.RuleDrafts;
import org.throughline.app.Rules;
import org.throughline.app.SavedDraft;
import org.throughline.findings.RuleVersion;

/** Whose draft a request is about: that of who is logged in, else of the browser that it comes from. */
@Component
class Drafting {

    private static final String COOKIE = "throughline-draft";
    private static final Duration KEPT = Duration.ofDays(365);

    private final RuleDrafts drafts;
    private final LiveRules live;
    private final SecureRandom random = new SecureRandom();

    /** The last that was tried, so that what compiles is compiled once for the pages that show it. */
    private volatile @Nullable Tried tried;

    Drafting(RuleDrafts drafts, LiveRules live) {
        this.drafts = drafts;
        this.live = live;
    }

    private record Tried(SavedDraft draft, String live, RuleDraft rules) {}

    /** What the pages of the rule book show around their contents. */
    void frame(String tab, HttpServletRequest request, Model model) {
        model.addAttribute("here", "rules");
        model.addAttribute("tab", tab);
        model.addAttribute("draft", of(request));
        model.addAttribute("publishable", live.isPublishable());
        model.addAttribute("digest", live.get().digest());
    }

    /** An empty one where nothing was begun. */
    SavedDraft of(HttpServletRequest request) {
        @Nullable String whose = whose(request);
        Rules rules = live.get();
        return drafts.of(whose == null ? "nobodysdraft" : whose, rules);
    }

    RuleDraft tried(SavedDraft draft) {
        Rules rules = live.get();
        Tried last = tried;
        if (last == null || !last.draft().equals(draft) || !last.live().equals(rules.digest())) {
            last = new Tried(draft, rules.digest(), drafts.tried(draft, rules));
            tried = last;
        }
        return last.rules();
    }

    /** Whose it is; from now on that of this browser where nobody is logged in. */
    String begin(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String whose = whose(request);
        if (whose != null) {
            return whose;
        }
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String made = HexFormat.of().formatHex(bytes);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, made)
                .path("/rules")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(KEPT)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return RuleDrafts.digest(made);
    }

    private static @Nullable String whose(HttpServletRequest request) {
        Reader reader = Reader.current();
        if (reader.isLoggedIn()) {
            return RuleDrafts.ofAccount(reader.name());
        }
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || !cookie.getValue().matches("[0-9a-f]{40}")
                ? null
                : RuleDrafts.digest(cookie.getValue());
    }

    /** Who publishes. */
    static String by() {
        return Reader.current().name();
    }

    /** The version that a draft was made from, where it is known. */
    @Nullable
    RuleVersion seen(SavedDraft draft) {
        return live.versions().all().stream()
                .filter(it -> it.digest().equals(draft.seen()))
                .findFirst()
                .orElse(null);
    }
}

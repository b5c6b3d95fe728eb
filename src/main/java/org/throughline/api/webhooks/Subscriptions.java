package org.throughline.api.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.access.Leads;
import org.throughline.facts.Problem;
import org.throughline.portfolio.Portfolios;
import org.throughline.portfolio.RefusedException;
import org.throughline.store.Delivery;
import org.throughline.store.Store;
import org.throughline.store.Webhook;
import org.throughline.store.Webhooks;

/** Who is told what, by whose wish. */
@Component
public class Subscriptions {

    static final int MOST = 100;

    private static final int LONGEST_URL = 1000;
    private static final int ID_BYTES = 8;
    private static final String URL = "url";

    private final Webhooks hooks;
    private final Portfolios portfolios;
    private final WebhookSettings settings;
    private final Leads leads;
    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    Subscriptions(Store store, Portfolios portfolios, WebhookSettings settings, Leads leads) {
        this.leads = leads;
        this.hooks = store.webhooks();
        this.portfolios = portfolios;
        this.settings = settings;
    }

    /** @param secret by which its messages are signed; cannot be shown again */
    public record Made(Webhook hook, String secret) {

        @Override
        public String toString() {
            return "Made[" + hook.id() + "]";
        }
    }

    /**
     * @param portfolio null: of all
     * @param events null: all of {@link Messages#KINDS}
     * @throws RefusedException with all that is wrong, or where there are a hundred already
     */
    public Made create(@Nullable String url, @Nullable String portfolio, @Nullable List<String> events, String by) {
        List<String> kinds = events == null || events.isEmpty() ? Messages.KINDS : List.copyOf(events);
        List<Problem> problems = new ArrayList<>();
        checkAddress(url == null ? "" : url.strip(), problems);
        kinds.stream()
                .filter(kind -> !Messages.KINDS.contains(kind))
                .forEach(kind -> problems.add(RefusedException.problem(
                        "events",
                        '"' + kind + '"',
                        "Of " + String.join(", ", Messages.KINDS) + ".",
                        "Correct it, or leave events out for all.")));
        if (!problems.isEmpty()) {
            throw RefusedException.wrong(problems);
        }
        if (portfolio != null) {
            portfolios.portfolio(portfolio);
        }
        Webhook hook = new Webhook(newId(), portfolio, String.valueOf(url).strip(), kinds, clock.instant(), by);
        String secret = Signature.newSecret();
        if (!hooks.create(hook, secret, MOST)) {
            throw RefusedException.wrong(List.of(RefusedException.problem(
                    "webhooks", MOST + " webhooks.", "At most " + MOST + ".", "Delete one that is no longer needed.")));
        }
        return new Made(hook, secret);
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return "wh-" + HexFormat.of().formatHex(id);
    }

    private void checkAddress(String url, List<Problem> problems) {
        String expected = settings.allow().isEmpty()
                ? "An address that begins with https://."
                : "An address that begins with https:// or http://.";
        URI address = parsed(url);
        if (address == null
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || url.length() > LONGEST_URL) {
            problems.add(RefusedException.problem(
                    URL,
                    url.isEmpty() ? "Nothing." : '"' + url + '"',
                    expected,
                    "Write it whole, without a name and password in it."));
            return;
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https")
                && !(scheme.equals("http") && !settings.allow().isEmpty())) {
            problems.add(RefusedException.problem(
                    URL,
                    '"' + url + '"',
                    expected,
                    "Use TLS; http is for one's own network, which the setting throughline.webhooks.allow names."));
        } else if (isRefused(address.getHost())) {
            problems.add(RefusedException.problem(
                    URL,
                    '"' + url + "\", which is not an address of the public internet",
                    "An address of the public internet, or one that the setting throughline.webhooks.allow names.",
                    "Name another address, or have that setting changed."));
        }
    }

    private static @Nullable URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    /** Names that are not known (yet) are looked at when they are called. */
    private boolean isRefused(String host) {
        try {
            InetAddress[] found = new Reachable(settings.allow()).resolve(host);
            return found.length == 0;
        } catch (Reachable.Refused refused) {
            return true;
        } catch (UnknownHostException notNow) {
            return false;
        }
    }

    /** By id, from the first after one on. */
    public List<Webhook> all(String after) {
        return hooks.all(after);
    }

    /** @throws RefusedException if there is none of that id */
    public Webhook one(String id) {
        return hooks.one(id).orElseThrow(() -> unknown(id));
    }

    /** Also for what one may not see: it is not told whether it is there. */
    public static RefusedException unknown(String id) {
        return RefusedException.unknown(
                "webhook " + id, "There is none of that id.", "The id of a webhook.", "Choose one that is listed.");
    }

    /** Why it is told nothing for now, such as that whoever wished it leads the portfolio no more; null where it is told. */
    public @Nullable String paused(Webhook hook) {
        return leads.whyNot(hook.createdBy(), hook.portfolio());
    }

    /** With all that it was told. */
    public void delete(Webhook hook) {
        hooks.delete(hook.id());
    }

    /** The latest first, from the first before one on. @param state null: any */
    public List<Delivery> deliveries(Webhook hook, @Nullable String state, long before, int limit) {
        return hooks.deliveries(hook.id(), state, before, limit);
    }

    /** @throws RefusedException if there is no such message */
    public void again(Webhook hook, long delivery) {
        if (!hooks.again(hook.id(), delivery, clock.instant())) {
            throw RefusedException.unknown(
                    "webhook " + hook.id() + ", delivery " + delivery,
                    "There is none of that number.",
                    "The id of one of its deliveries.",
                    "Choose one that is listed.");
        }
    }
}

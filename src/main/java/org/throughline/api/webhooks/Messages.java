package org.throughline.api.webhooks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.advice.Advice;
import org.throughline.history.Comparison.FindingChange;
import org.throughline.history.Comparison.Happened;
import org.throughline.history.Event;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;
import org.throughline.store.Delivery;

/** What is told of an event: type, timestamp and data. */
@Component
class Messages {

    static final String ADVICE = "advice.new";
    static final String RESOLVED = "finding.resolved";
    static final String RETURNED = "finding.returned";
    static final String CHANGED = "recommendation.changed";
    static final List<String> KINDS = List.of(ADVICE, RESOLVED, RETURNED, CHANGED);

    private static final String SNAPSHOT = "snapshot ";
    private static final int FIRST = 5;
    private static final int MOST = 200;

    private final Portfolios portfolios;

    Messages(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /** As JSON; empty where there is nothing of the kind to tell. */
    Optional<String> compose(Delivery it, Event event) {
        Map<String, Object> data = switch (it.kind()) {
            case ADVICE -> advice(snapshot(it, event));
            case CHANGED -> changed(it, event);
            default -> findings(it, snapshot(it, event));
        };
        if (data == null) {
            return Optional.empty();
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", it.kind());
        message.put("timestamp", event.at().toString());
        message.put("data", data);
        return Optional.of(HistoryJson.text(message));
    }

    private SnapshotCard snapshot(Delivery it, Event event) {
        return portfolios.snapshot(it.portfolio(), Long.parseLong(event.about().substring(SNAPSHOT.length())));
    }

    private Map<String, Object> advice(SnapshotCard snapshot) {
        Advice advice = portfolios.advice(snapshot);
        Map<String, Object> data = about(snapshot);
        data.put("rules", advice.rulesDigest());
        data.put("findings", advice.findings().size());
        data.put("recommendations", advice.recommendations().size());
        data.put(
                "first",
                advice.recommendations().stream()
                        .limit(FIRST)
                        .map(one ->
                                Map.of("rank", one.rank(), "tier", one.tier().name(), "title", one.title()))
                        .toList());
        return data;
    }

    private static Map<String, Object> about(SnapshotCard snapshot) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("portfolio", snapshot.portfolio());
        data.put("snapshot", snapshot.number());
        data.put("asOf", snapshot.asOf().toString());
        data.put(
                "address",
                "/api/v1/portfolios/%s/snapshots/%d/advice".formatted(snapshot.portfolio(), snapshot.number()));
        return data;
    }

    private static @Nullable Map<String, Object> changed(Delivery it, Event event) {
        Handling was = HistoryJson.read(event.was() + "", Handling.class);
        Handling became = HistoryJson.read(event.became() + "", Handling.class);
        if (was.state() == became.state()) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("portfolio", it.portfolio());
        data.put("recommendation", event.about());
        data.put("by", event.actor());
        data.put("was", was.state().word());
        data.put("became", became);
        data.put("address", "/api/v1/portfolios/%s/recommendations/%s".formatted(it.portfolio(), event.about()));
        return data;
    }

    private @Nullable Map<String, Object> findings(Delivery it, SnapshotCard snapshot) {
        List<SnapshotCard> all = portfolios.snapshots(it.portfolio());
        int place = 0;
        while (all.get(place).number() != snapshot.number()) {
            place++;
        }
        if (place == 0) {
            return null;
        }
        long before = all.get(place - 1).number();
        Happened wanted = it.kind().equals(RESOLVED) ? Happened.RESOLVED : Happened.RETURNED;
        List<FindingChange> findings =
                portfolios.following().compare(it.portfolio(), before, snapshot.number()).findings().stream()
                        .filter(change -> change.happened() == wanted)
                        .toList();
        if (findings.isEmpty()) {
            return null;
        }
        Map<String, Object> data = about(snapshot);
        data.put("before", before);
        data.put("findings", findings.stream().limit(MOST).toList());
        data.put("more", Math.max(0, findings.size() - MOST));
        return data;
    }
}

package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.history.Event;

/** What has to be there after a process was killed. */
final class Survivors {

    private Survivors() {}

    /**
     * @param imports bodies of imports that were acknowledged
     * @param changes owners of changes that were acknowledged, with the recommendation they were made to
     */
    static void everythingIsThere(Store store, Collection<String> imports, Map<String, String> changes) {
        Set<String> kept = store.snapshots(Arrivals.PORTFOLIO).stream()
                .map(card -> text(store.file(Arrivals.PORTFOLIO, card.number(), 0)))
                .collect(Collectors.toSet());
        assertThat(kept).containsAll(imports);
        Map<String, String> owners = new HashMap<>();
        for (Event event : store.events(Arrivals.PORTFOLIO, null, 0, Integer.MAX_VALUE)) {
            if (event.action().equals("changed")) {
                owners.put(event.became().replaceFirst(".*\"owner\":\"([^\"]*)\".*", "$1"), event.about());
            }
        }
        assertThat(owners).containsAllEntriesOf(changes);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

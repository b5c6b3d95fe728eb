package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;

/** Each use case as one flat object, with what its decisions and its workflow say of it: for engines that cannot join. */
public final class Standings {

    private Standings() {}

    public static List<Map<String, @Nullable Object>> of(Portfolio portfolio) {
        Lookup lookup = new Lookup(portfolio);
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Case one : lookup.cases.values()) {
            one.settle(lookup);
            all.add(of(one, portfolio.asOf()));
        }
        return all;
    }

    private static Map<String, @Nullable Object> of(Case one, LocalDate asOf) {
        Place place = one.place;
        Map<String, @Nullable Object> flat = new LinkedHashMap<>();
        flat.put("id", one.fact.id());
        flat.put("live", one.live);
        flat.put("active", one.active);
        flat.put("open", one.surelyOpen);
        flat.put("pilot", one.fact.stage() == Stage.PILOT);
        flat.put("deployed", one.fact.stage() == Stage.IN_USE || one.fact.stage() == Stage.STANDARD);
        flat.put("validatedDaysAgo", days(one.fact.validatedOn(), asOf));
        flat.put("measureAbsent", absent(one.fact, Columns.SUCCESS_MEASURE));
        flat.put("ofTask", one.fact.measureScope() == MeasureScope.TASK);
        flat.put("outcomeAbsent", place != null && absent(place.fact, Columns.OUTCOME));
        flat.put("redesignAbsent", place != null && absent(place.fact, Columns.REDESIGNED));
        flat.put("redesignedBeforeStart", place == null ? null : days(place.fact.redesignedOn(), one.fact.startedOn()));
        flat.put("ownerAbsent", absent(one.fact, Columns.OUTCOME_OWNER));
        flat.put("helped", one.fact.pilotOwnerId() != null || one.fact.sponsorId() != null);
        return flat;
    }

    private static @Nullable Long days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }
}

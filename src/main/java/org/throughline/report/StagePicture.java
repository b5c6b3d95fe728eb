package org.throughline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;

/**
 * The portfolio by stage and by who answers for a use case. Rows and columns without a use case are left out.
 *
 * @param owners the columns' names
 * @param keys the columns' names for a machine, in the same order
 */
record StagePicture(List<String> owners, List<String> keys, List<Row> rows, String summary) {

    /** Who answers; the best known first. */
    enum Owner {
        OUTCOME("owner of the outcome", "with an owner of the outcome"),
        PILOT("pilot owner or sponsor only", "with a pilot owner or a sponsor only"),
        NOBODY("nobody", "with nobody who answers"),
        PILOT_AT_LEAST(
                "pilot owner, outcome not recorded",
                "with a pilot owner or a sponsor and no record of who owns the outcome"),
        UNKNOWN("not recorded", "without a record of who answers");

        private final String words;
        private final String phrase;

        Owner(String words, String phrase) {
            this.words = words;
            this.phrase = phrase;
        }

        static Owner of(UseCase it) {
            if (it.outcomeOwnerId() != null) {
                return OUTCOME;
            }
            boolean pilotOwned = it.pilotOwnerId() != null || it.sponsorId() != null;
            boolean told = it.absent("outcome_owner_id");
            if (pilotOwned) {
                return told ? PILOT : PILOT_AT_LEAST;
            }
            return told && it.absent("pilot_owner_id") && it.absent("sponsor_id") ? NOBODY : UNKNOWN;
        }
    }

    /** Use cases of a stage, one count for each owner. */
    record Row(String stage, List<Long> counts, long total) {}

    /** Null where there are no use cases. */
    static @Nullable StagePicture of(Portfolio portfolio) {
        List<UseCase> useCases =
                portfolio.useCases().stream().filter(UseCase::listed).toList();
        if (useCases.isEmpty()) {
            return null;
        }
        List<Owner> owners =
                useCases.stream().map(Owner::of).distinct().sorted().toList();
        return new StagePicture(
                owners.stream().map(owner -> owner.words).toList(),
                owners.stream().map(owner -> Words.word(owner)).toList(),
                rows(useCases, owners),
                summary(useCases, owners));
    }

    private static List<Row> rows(List<UseCase> useCases, List<Owner> owners) {
        Map<Integer, List<UseCase>> byStage = useCases.stream()
                .collect(Collectors.groupingBy(StagePicture::order, TreeMap::new, Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        byStage.forEach((order, some) -> rows.add(row(order, some, owners)));
        return rows;
    }

    private static int order(UseCase it) {
        return it.stage() == null ? Stage.values().length : it.stage().ordinal();
    }

    private static Row row(int order, List<UseCase> some, List<Owner> owners) {
        String stage = order < Stage.values().length ? Words.spaced(Words.word(Stage.values()[order])) : "not recorded";
        List<Long> counts = owners.stream().map(owner -> count(some, owner)).toList();
        return new Row(stage, counts, some.size());
    }

    private static long count(List<UseCase> some, Owner owner) {
        return some.stream().filter(it -> Owner.of(it) == owner).count();
    }

    private static String summary(List<UseCase> useCases, List<Owner> owners) {
        return Words.count(useCases.size(), "use case") + ": "
                + owners.stream()
                        .map(owner -> Words.number(count(useCases, owner)) + " " + owner.phrase)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    void data(Json json) {
        json.texts("stages", rows.stream().map(Row::stage).toList());
        json.objects("owners", IntStream.range(0, owners.size()).boxed().toList(), i -> {
            json.text("key", keys.get(i));
            json.text("name", owners.get(i));
            json.put("counts", rows.stream().map(row -> row.counts().get(i)).toList());
        });
    }
}

package org.throughline.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Origin;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Sheet;
import org.throughline.facts.Stage;
import org.throughline.facts.UseCase;
import org.throughline.findings.NotJudged;
import org.throughline.rulebook.RuleBook;

/**
 * Where nobody gave a use case, nothing is found and nothing is missing either: there is no subject to miss it for. So the rules are asked
 * what they would lack for use cases of which only the place in the work is known.
 */
final class Imagined {

    private static final String USE_CASES = Kind.USE_CASE.table();
    private static final List<String> KNOWN = List.of("id", "name", "team_id", "workflow_id", "step_id", "stage");

    private Imagined() {}

    /** The facts with one such use case for each stage at which it is live. */
    static Portfolio beside(Portfolio given) {
        Map<Kind, List<? extends Fact>> facts = new EnumMap<>(given.facts());
        List<UseCase> useCases = new ArrayList<>();
        for (Stage stage : List.of(Stage.PILOT, Stage.VALIDATED, Stage.IN_USE, Stage.STANDARD)) {
            useCases.add(useCase(stage));
        }
        facts.put(Kind.USE_CASE, useCases);
        Set<String> known = new HashSet<>(given.known());
        known.add(USE_CASES);
        KNOWN.forEach(column -> known.add(USE_CASES + "." + column));
        return new Portfolio(given.asOf(), facts, known, given.digest());
    }

    private static UseCase useCase(Stage stage) {
        Object[] values = new Object[Kind.USE_CASE.attributes().size()];
        for (String column : KNOWN) {
            values[Kind.USE_CASE.attribute(column).index()] = column.equals("stage") ? stage : stage + " " + column;
        }
        Sheet nowhere = new Sheet(USE_CASES, Kind.USE_CASE, Map.of());
        return UseCase.of(Origin.referredTo(nowhere, Kind.USE_CASE, KNOWN.toArray(String[]::new)), values);
    }

    /** What each diagnostic lacks: use cases, and what the rules would lack for the imagined ones; of no subject. */
    static List<NotJudged> notJudged(RuleBook book, List<NotJudged> ofImagined) {
        SortedMap<String, SortedSet<String>> missing = new TreeMap<>(Gathered::compareIds);
        book.diagnostics().forEach(one -> missing.put(one.id(), new TreeSet<>(Set.of(USE_CASES))));
        ofImagined.forEach(one -> missing.get(one.diagnostic()).addAll(one.missing()));
        List<NotJudged> all = new ArrayList<>();
        missing.forEach((diagnostic, names) -> {
            names.removeIf(name -> name.startsWith(USE_CASES + "."));
            all.add(new NotJudged(diagnostic, List.copyOf(names), 0, "There are no use cases to judge."));
        });
        return all;
    }
}

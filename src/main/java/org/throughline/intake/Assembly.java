package org.throughline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Fingerprint;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/**
 * Drafts to a portfolio. The order matters: what has not happened yet goes first, then rows without an id and repeated ones, then names
 * become ids, then what is only referred to is added.
 */
final class Assembly {

    /** What a matrix tells by its shape. */
    private static final List<String> MATRIX = List.of("workflow_id", "role", "assignment");

    private final List<SheetDrafts> sheets;
    private final LocalDate asOf;
    private final ProblemList problems;
    private final Map<Kind, List<Draft>> drafts = new EnumMap<>(Kind.class);

    Assembly(List<SheetDrafts> sheets, LocalDate asOf, ProblemList problems) {
        this.sheets = sheets;
        this.asOf = asOf;
        this.problems = problems;
        for (Kind kind : Kind.values()) {
            drafts.put(kind, new ArrayList<>());
        }
        sheets.forEach(sheet -> drafts.get(sheet.sheet().kind()).addAll(sheet.drafts()));
    }

    Portfolio portfolio() {
        if (sheets.stream().anyMatch(sheet -> !sheet.roles().areNone())) {
            ActivitiesOfMatrix activities = new ActivitiesOfMatrix(drafts, problems);
            sheets.forEach(activities::find);
        }
        sheets.forEach(sheet -> sheet.drafts().clear());
        Set<String> known = known();
        new Calendar(asOf, problems).apply(drafts);
        Identity identity = new Identity(drafts, problems);
        identity.keepFirstOf(Kind.TEAM);
        identity.keepFirstOf(Kind.PERSON);
        new ByName(drafts, problems).resolve();
        Names names = new Names(drafts);
        identity.keepFirstOfTheRest(names);
        names.resolveAll();
        identity.nameUseCases();
        new Chronology(drafts, problems).check();
        new TeamTree(drafts.get(Kind.TEAM), problems).cutCircles();
        Map<Kind, List<? extends Fact>> facts = new Mentions(drafts, names, known, problems).facts();
        return new Portfolio(asOf, facts, known, Fingerprint.of(() -> Digest.of(facts, known)));
    }

    /** The files and columns that the input has. */
    private Set<String> known() {
        Set<String> known = new HashSet<>();
        for (SheetDrafts sheet : sheets) {
            known.add(sheet.sheet().kind().table());
            if (!sheet.roles().areNone()) {
                MATRIX.forEach(column ->
                        known.add(Kind.RESPONSIBILITY.attribute(column).qualifiedName()));
            }
            sheet.constants().forEach(attribute -> known.add(attribute.qualifiedName()));
            for (Feed feed : sheet.mapping().feeds()) {
                Attribute attribute = feed.meaning().attribute();
                known.add(attribute.qualifiedName());
            }
        }
        return known;
    }
}

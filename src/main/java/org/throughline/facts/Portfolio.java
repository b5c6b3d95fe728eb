package org.throughline.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All facts of one organisation as of a day. Facts of a kind are in the order they were read, those without a row of their own last.
 *
 * @param asOf the day from which every duration counts; never "now"
 * @param known names of the files ({@code decisions}) and columns ({@code decisions.kind}) that the input has
 * @param fingerprint of the facts, the same for the same facts whatever files they came in
 */
public record Portfolio(
        LocalDate asOf, Map<Kind, List<? extends Fact>> facts, Set<String> known, Fingerprint fingerprint) {

    public Portfolio {
        EnumMap<Kind, List<? extends Fact>> copy = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            copy.put(kind, List.copyOf(facts.getOrDefault(kind, List.of())));
        }
        facts = java.util.Collections.unmodifiableMap(copy);
        known = Set.copyOf(known);
    }

    /** With a digest that is known. */
    public Portfolio(LocalDate asOf, Map<Kind, List<? extends Fact>> facts, Set<String> known, String digest) {
        this(asOf, facts, known, Fingerprint.of(() -> digest));
    }

    /** {@code sha256:} of the facts. */
    public String digest() {
        return fingerprint.text();
    }

    @SuppressWarnings("unchecked")
    private <F extends Fact> List<F> of(Kind kind) {
        return (List<F>) facts.get(kind);
    }

    public List<UseCase> useCases() {
        return of(Kind.USE_CASE);
    }

    public List<Workflow> workflows() {
        return of(Kind.WORKFLOW);
    }

    public List<Step> steps() {
        return of(Kind.STEP);
    }

    public List<Handoff> handoffs() {
        return of(Kind.HANDOFF);
    }

    public List<Team> teams() {
        return of(Kind.TEAM);
    }

    public List<Person> people() {
        return of(Kind.PERSON);
    }

    public List<Decision> decisions() {
        return of(Kind.DECISION);
    }

    public List<Adoption> adoptions() {
        return of(Kind.ADOPTION);
    }

    public List<Responsibility> responsibilities() {
        return of(Kind.RESPONSIBILITY);
    }

    public List<Friction> frictions() {
        return of(Kind.FRICTION);
    }

    public List<Measure> measures() {
        return of(Kind.MEASURE);
    }

    public boolean knows(Kind kind) {
        return known.contains(kind.table());
    }

    public boolean knows(Attribute column) {
        return known.contains(column.qualifiedName());
    }

    /** Number of rows read per kind, in canonical order, without what is only referred to. */
    public Map<Kind, Long> counts() {
        EnumMap<Kind, Long> counts = new EnumMap<>(Kind.class);
        facts.forEach((kind, rows) -> {
            if (knows(kind)) {
                counts.put(kind, listed(rows));
            }
        });
        return counts;
    }

    private static long listed(List<? extends Fact> rows) {
        long listed = 0;
        for (Fact fact : rows) {
            listed += fact.listed() ? 1 : 0;
        }
        return listed;
    }

    /** Every fact, kind by kind. */
    public List<Fact> all() {
        List<Fact> all = new ArrayList<>();
        facts.values().forEach(all::addAll);
        return all;
    }
}

package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Carried;
import org.throughline.findings.Alteration;
import org.throughline.findings.Covered;
import org.throughline.rulebook.RuleFiles;

/**
 * Goes through rules on what sessions remember, without compiling them: what they conclude, which of their conditions were ever seen to fail,
 * and what they would conclude if one of them said something else.
 */
public final class Rehearsal {

    private final List<ReadRule> rules;
    private final Strata strata;
    private final Map<Alteration, Variation> variations = new LinkedHashMap<>();

    public Rehearsal(RuleFiles files) {
        rules = files.rules().texts().entrySet().stream()
                .flatMap(file -> FileReader.read(file.getKey(), file.getValue()).rules().stream())
                .toList();
        strata = new Strata(rules);
        for (ReadRule rule : rules) {
            Variation.of(rule).forEach(it -> variations.put(alteration(it), it));
        }
    }

    private static Alteration alteration(Variation it) {
        ReadRule rule = it.rule();
        return new Alteration(rule.source().file(), rule.source().line(it.from()), rule.name(), it.was(), it.change());
    }

    /** Every change of a single condition, as they stand in the files. */
    public List<Alteration> alterations() {
        return List.copyOf(variations.keySet());
    }

    /** How much the changed rule matters: what finds most, then what is derived for it, what is said beside it, and what cannot be judged. */
    public int weight(Alteration alteration) {
        ReadRule rule = variations.get(alteration).rule();
        if (!rule.makes().isEmpty()) {
            return rule.value("statement").isEmpty() && !alteration.file().startsWith("advice/") ? 2 : 1;
        }
        boolean finds = rule.consequence().stream()
                .anyMatch(it -> it instanceof Expr.Call call && call.name().startsWith("report"));
        return finds ? 3 : 0;
    }

    /** Whether anything follows there from the rule as it is. */
    public boolean isAtWork(Alteration alteration, Stage stage) {
        ReadRule rule = variations.get(alteration).rule();
        return !stage.local.of(rule).isEmpty() || !stage.across.of(rule).isEmpty();
    }

    /**
     * What would be said with the change.
     *
     * @return null where nothing at all would be different
     * @throws Unclear if it cannot be told without compiling
     */
    public @Nullable Verdicts otherwise(Alteration alteration, Stage stage) {
        Variation it = variations.get(alteration);
        try {
            return stage.otherwise(it.rule(), it.variant());
        } catch (Values.Unclear | ClassCastException | NullPointerException unclear) {
            throw new Unclear(String.valueOf(unclear.getMessage()));
        }
    }

    /** What a change would do can only be told by compiling it. */
    public static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unclear(String what) {
            super(what, null, false, false);
        }
    }

    /** How often each condition was seen to hold, to fail and to be unknown. */
    public List<Covered> coverage(Collection<Stage> stages) {
        List<Seen> seen = stages.parallelStream()
                .flatMap(stage -> Stream.of(stage.local, stage.across))
                .map(World::seen)
                .toList();
        return rules.stream().flatMap(rule -> Coverage.of(rule, seen)).toList();
    }

    List<ReadRule> rules() {
        return rules;
    }

    /**
     * All that was known about a portfolio when its rules had fired.
     *
     * @param local by the rules about one workflow
     * @param across by those across the organisation
     */
    public Stage on(Collection<?> local, Collection<?> across) {
        return new Stage(
                new World(rules.stream().filter(Rehearsal::isLocal).toList(), strata, local),
                new World(rules.stream().filter(Rehearsal::isAcross).toList(), strata, across));
    }

    static boolean isLocal(ReadRule rule) {
        return !rule.value("scope").equals("organisation");
    }

    static boolean isAcross(ReadRule rule) {
        return !rule.value("scope").isEmpty();
    }

    /** A portfolio that rules are rehearsed on. */
    public static final class Stage {
        final World local;
        final World across;
        private final Verdicts verdicts;

        private Stage(World local, World across) {
            this.local = local;
            this.across = across;
            this.verdicts = verdicts(Map.of(), Map.of());
        }

        /** What is said by the rules as they are. */
        public Verdicts verdicts() {
            return verdicts;
        }

        /** How many facts there are, given and derived. */
        public int size() {
            return local.facts().size() + across.facts().size();
        }

        private Verdicts verdicts(Map<ReadRule, Set<Conclusion>> here, Map<ReadRule, Set<Conclusion>> there) {
            List<Set<Conclusion>> all = new ArrayList<>();
            local.rules().forEach(rule -> all.add(here.getOrDefault(rule, local.of(rule))));
            across.rules().forEach(rule -> all.add(there.getOrDefault(rule, across.of(rule))));
            return Verdicts.of(all);
        }

        private @Nullable Verdicts otherwise(ReadRule rule, ReadRule variant) {
            Map<ReadRule, Set<Conclusion>> here = local.has(rule) ? local.otherwise(rule, variant, Map.of()) : Map.of();
            Map<Class<?>, Collection<?>> carried = new LinkedHashMap<>();
            here.keySet().stream()
                    .flatMap(each -> each.makes().stream())
                    .filter(Carried.class::isAssignableFrom)
                    .forEach(type -> carried.put(type, carried(type, here)));
            ReadRule other = across.has(rule) ? variant : null;
            Map<ReadRule, Set<Conclusion>> there =
                    other == null && carried.isEmpty() ? Map.of() : across.otherwise(rule, other, carried);
            return here.isEmpty() && there.isEmpty() ? null : verdicts(here, there);
        }

        /** Those of a type that are carried to the rules across, and those that are made there. */
        private Set<Object> carried(Class<?> type, Map<ReadRule, Set<Conclusion>> here) {
            Set<Object> all = new LinkedHashSet<>();
            local.rules().forEach(rule -> all.addAll(World.derived(here.getOrDefault(rule, local.of(rule)), type)));
            across.rules().forEach(rule -> all.addAll(World.derived(across.of(rule), type)));
            return all;
        }
    }
}

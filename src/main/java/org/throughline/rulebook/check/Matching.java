package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;
import org.throughline.rulebook.check.ReadRule.Role;

/** Finds all that conditions match among facts, without compiling them: what is bound in each match. */
final class Matching {

    /** So many facts are tried at most; a rule that needs more is better compiled. */
    private static final int MOST = 3_000_000;

    private final FactIndex facts;
    private final Seen seen;
    private int tried;

    Matching(FactIndex facts, Seen seen) {
        this.facts = facts;
        this.seen = seen;
    }

    /**
     * Every match.
     *
     * @param bound by name with the dollar; a value may be null
     * @throws Values.Unclear if a condition cannot be told, or it takes too long
     */
    List<Map<String, Object>> of(Clause clause, Map<String, Object> bound) {
        if (clause instanceof Clause.Match it) {
            return matches(it.pattern(), bound);
        }
        if (clause instanceof Clause.All it) {
            List<Map<String, Object>> all = List.of(bound);
            for (Clause part : it.parts()) {
                all = all.stream().flatMap(each -> of(part, each).stream()).toList();
            }
            return all;
        }
        if (clause instanceof Clause.Any it) {
            return it.parts().stream().flatMap(part -> of(part, bound).stream()).toList();
        }
        if (clause instanceof Clause.Summary it) {
            return summary(it, bound);
        }
        boolean there = !of(clause.below().get(0), bound).isEmpty();
        boolean holds = clause instanceof Clause.Present == there;
        seen.clause(clause, holds);
        return holds ? List.of(bound) : List.of();
    }

    private List<Map<String, Object>> matches(ReadPattern pattern, Map<String, Object> bound) {
        List<Map<String, Object>> matches = new ArrayList<>();
        for (Object fact : candidates(pattern, bound)) {
            if (++tried > MOST) {
                throw new Values.Unclear("it takes too long");
            }
            if (pattern.type().isInstance(fact)) {
                Map<String, Object> with = tried(pattern, fact, bound);
                if (with != null) {
                    matches.add(with);
                }
            }
        }
        return matches;
    }

    /** Facts that are worth trying. */
    private Collection<?> candidates(ReadPattern pattern, Map<String, Object> bound) {
        if (pattern.type() == null) {
            throw new Values.Unclear(pattern.typeName());
        }
        if (pattern.role() == Role.FROM || pattern.source() != null) {
            Object source = pattern.source() == null ? null : new Values(null, bound).of(pattern.source());
            return source == null ? List.of() : source instanceof Collection<?> all ? all : List.of(source);
        }
        for (ReadCondition each : pattern.conditions()) {
            if (each.expr() instanceof Expr.Binary it
                    && it.operator().equals("==")
                    && it.left() instanceof Expr.Name field
                    && !field.isVariable()
                    && seen == Seen.NOBODY) {
                if (it.right() instanceof Expr.Text text) {
                    return facts.of(pattern.type(), field.name(), text.value());
                }
                if (it.right() instanceof Expr.Name other && bound.containsKey(other.name())) {
                    return facts.of(pattern.type(), field.name(), bound.get(other.name()));
                }
            }
        }
        return facts.of(pattern.type());
    }

    /** What is bound with the fact, or null where it does not match. */
    private @Nullable Map<String, Object> tried(ReadPattern pattern, @Nullable Object fact, Map<String, Object> bound) {
        Map<String, Object> with = new HashMap<>(bound);
        if (pattern.binding() != null) {
            with.put(pattern.binding(), fact);
        }
        Values values = new Values(fact, with);
        for (ReadCondition each : pattern.conditions()) {
            if (each.binding() != null) {
                Expr expr = each.isTest() && each.expr() instanceof Expr.Binary it ? it.left() : each.expr();
                with.put(each.binding(), values.of(each.isTest() && expr instanceof Expr.In it ? it.left() : expr));
            }
        }
        for (ReadCondition each : pattern.conditions()) {
            if (each.isTest()) {
                boolean holds = values.holds(each.expr());
                seen.condition(each.expr(), holds, values);
                if (!holds) {
                    return null;
                }
            }
        }
        return with;
    }

    private List<Map<String, Object>> summary(Clause.Summary it, Map<String, Object> bound) {
        Map<String, Object> with = results(it, bound);
        if (with == null) {
            return List.of();
        }
        Map<String, Object> all = tried(it.result(), with.remove(Summing.RESULT), with);
        return all == null ? List.of() : List.of(all);
    }

    /** What a summary binds, before its own conditions are tried; null where there is nothing to summarise by it. */
    @Nullable
    Map<String, Object> results(Clause.Summary it, Map<String, Object> bound) {
        List<Map<String, Object>> gathered = of(it.gathered(), bound);
        Map<String, Object> with = new HashMap<>(bound);
        for (Clause.Function function : it.functions()) {
            Object result = Summing.of(function, gathered);
            if (result == null) {
                return null;
            }
            with.put(function.result() == null ? Summing.RESULT : function.result(), result);
        }
        return with;
    }
}

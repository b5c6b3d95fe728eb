package org.throughline.rulebook.check;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** Works out the functions of an accumulate. */
final class Summing {

    /** Under which the only result stands that no variable is bound to. */
    static final String RESULT = "";

    private Summing() {}

    /** Null where there is none, as of the least of nothing. */
    static @Nullable Object of(Clause.Function function, List<Map<String, Object>> gathered) {
        List<Object> values = new ArrayList<>();
        gathered.forEach(each -> values.add(each.get(function.variable())));
        return function.type() == null ? plain(function.name(), values) : own(function.type(), values);
    }

    @SuppressWarnings("unchecked")
    private static Object own(Class<?> type, List<Object> values) {
        try {
            AccumulateFunction<Serializable> function =
                    (AccumulateFunction<Serializable>) type.getConstructor().newInstance();
            Serializable context = function.createContext();
            function.init(context);
            values.forEach(value -> function.accumulate(context, value));
            return function.getResult(context);
        } catch (Exception e) { // what init and getResult declare
            throw new Values.Unclear(type.getSimpleName());
        }
    }

    private static @Nullable Object plain(String name, List<Object> values) {
        List<Object> known = values.stream().filter(Objects::nonNull).toList();
        return switch (name) {
            case "count" -> (long) values.size();
            case "collectList" -> values;
            case "collectSet" -> new LinkedHashSet<>(values);
            case "min" -> extreme(known, -1);
            case "max" -> extreme(known, 1);
            case "sum" -> sum(known);
            case "average" ->
                known.isEmpty() ? null : sum(known).divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64);
            default -> throw new Values.Unclear(name);
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(Values::number).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object extreme(List<Object> values, int sign) {
        return values.stream()
                .max((one, other) -> sign * ((Comparable<Object>) one).compareTo(other))
                .orElse(null);
    }
}

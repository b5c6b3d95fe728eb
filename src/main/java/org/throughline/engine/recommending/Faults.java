package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Tier;
import org.throughline.facts.Problem;
import org.throughline.rulebook.RuleBookException;

/** Gathers what is wrong in the tables of advice, so that all of it is said at once. */
final class Faults {

    private final List<Problem> problems = new ArrayList<>();

    void add(String file, @Nullable Integer row, String found, String expected, String fix) {
        problems.add(RuleBookException.problem(file, row, found, expected, fix));
    }

    /** @throws RuleBookException if anything was added */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
    }

    /** The number in that column, or null after having added what is wrong with it. */
    @Nullable
    BigDecimal number(String file, int row, Map<String, String> line, String column) {
        String text = line.getOrDefault(column, "").strip();
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a negative number
        }
        add(file, row, column + " is \"" + text + "\"", "a number from 0 on", "Write a number such as 2 or 0.5.");
        return null;
    }

    /** The choice in that column, or null after having added what is wrong with it. */
    <E extends Enum<E>> @Nullable E choice(
            String file, int row, Map<String, String> line, String column, Class<E> type) {
        String text = line.getOrDefault(column, "").strip();
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        String expected = String.join(
                ", ",
                List.of(type.getEnumConstants()).stream()
                        .map(one -> type == Tier.class ? one.name() : one.name().toLowerCase(Locale.ROOT))
                        .toList());
        add(file, row, column + " is \"" + text + "\"", "one of " + expected, "Correct the word.");
        return null;
    }
}

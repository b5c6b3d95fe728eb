package org.throughline.rulebook.check;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Cell;
import org.throughline.facts.Fact;
import org.throughline.facts.Figure;
import org.throughline.facts.Numbers;
import org.throughline.facts.derived.AsOf;
import org.throughline.facts.derived.Derived;
import org.throughline.findings.Threshold;

/** What a rule read, in a few words: a fact by its table and id, what was derived by its figures and cells. */
public final class Described {

    private Described() {}

    public static String of(@Nullable Object it) {
        if (it instanceof Threshold threshold) {
            return "threshold " + threshold.name() + " = " + Numbers.amount(threshold.value(), threshold.unit());
        }
        if (it instanceof AsOf) {
            return "the as-of date" + simple((Record) it);
        }
        if (it instanceof Derived derived
                && !(derived.cells().isEmpty() && derived.figures().isEmpty())) {
            return it.getClass().getSimpleName() + ": " + details(derived);
        }
        return it instanceof Record one && !(it instanceof Fact)
                ? one.getClass().getSimpleName() + simple(one)
                : Distance.word(it);
    }

    private static String details(Derived derived) {
        List<String> said = new ArrayList<>();
        for (Figure figure : derived.figures()) {
            said.add(figure.name() + " " + Numbers.amount(figure.value(), figure.unit()));
        }
        for (Cell cell : derived.cells()) {
            String place = cell.file() == null
                    ? ""
                    : " (" + cell.file() + (cell.row() == null ? "" : ", row " + cell.row()) + ")";
            said.add(cell.factId() + " " + cell.attribute().name() + " = "
                    + (cell.value() == null ? "nothing" : Distance.word(cell.value())) + place);
        }
        return String.join("; ", said);
    }

    /** Its texts, numbers and days; what it is made of has words of its own. */
    private static String simple(Record record) {
        List<String> said = new ArrayList<>();
        for (RecordComponent part : record.getClass().getRecordComponents()) {
            try {
                Object value = part.getAccessor().invoke(record);
                if (value instanceof String
                        || value instanceof Number
                        || value instanceof LocalDate
                        || value instanceof Enum<?>) {
                    said.add(Distance.word(value));
                }
            } catch (ReflectiveOperationException hidden) {
                // then without
            }
        }
        return said.isEmpty() ? "" : " (" + String.join(", ", said) + ")";
    }
}

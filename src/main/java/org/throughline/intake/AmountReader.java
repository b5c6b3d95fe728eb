package org.throughline.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts and counts: never negative. */
final class AmountReader implements ValueReader {

    private static final String EXPECTED = "A number that is not negative, such as 1200 or 3.5.";

    private final Separators separators = new Separators();

    @Override
    public void survey(String cell) {
        separators.survey(cell);
    }

    @Override
    public @Nullable Object canonical(String cell) {
        return NumberText.unmistakable(cell);
    }

    @Override
    public Object read(String cell) {
        BigDecimal plain = NumberText.plain(cell);
        BigDecimal number = separators.read(cell);
        if (number == null) {
            return new Refused("Not a number.", EXPECTED, "Write the number alone; until then it counts as unknown.");
        }
        if (number.signum() < 0) {
            return negative(cell, EXPECTED);
        }
        String unclear = unclear(separators, cell);
        return unclear == null && number.equals(plain) ? number : new Mended(number, number.toPlainString(), unclear);
    }

    static Refused negative(String cell, String expected) {
        return new Refused(
                "A figure below zero.", expected, "Correct the sign or the figure; until then it counts as unknown.");
    }

    static @Nullable String unclear(Separators separators, String cell) {
        if (separators.isUnclearPoint(cell)) {
            return "A point before three digits was taken for the decimal mark, though a comma stands before three digits in other"
                    + " cells of the column. Write the number without marks between thousands where that is wrong";
        }
        return separators.isUnclear(cell)
                ? "A comma before three digits was taken to group thousands; nothing in the column says so. Write decimals with"
                        + " a point where that is wrong"
                : null;
    }
}

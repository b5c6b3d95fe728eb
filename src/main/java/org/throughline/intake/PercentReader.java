package org.throughline.intake;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Shares: 85, 85 %, or 0.85 in a column where no share is above one. */
final class PercentReader implements ValueReader {

    private static final String EXPECTED = "A share from 0 to 100, such as 85, 85% or 0.85.";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Separators separators = new Separators();
    private boolean aboveOne;
    private boolean fraction;
    private boolean partOfOne;

    @Override
    public void survey(String cell) {
        String figure = withoutSign(cell);
        separators.survey(figure);
        BigDecimal number = separators.read(figure);
        if (number != null && figure.length() == cell.length()) {
            aboveOne |= number.compareTo(BigDecimal.ONE) > 0;
            fraction |= number.scale() > 0;
            partOfOne |= number.scale() > 0 && number.compareTo(BigDecimal.ONE) < 0;
        }
    }

    /** Above one it is no part of one. */
    @Override
    public @Nullable Object canonical(String cell) {
        BigDecimal number = NumberText.unmistakable(cell);
        boolean sure = number != null && number.compareTo(BigDecimal.ONE) > 0 && number.compareTo(HUNDRED) <= 0;
        return sure ? number : null;
    }

    @Override
    public Object read(String cell) {
        String figure = withoutSign(cell);
        boolean signed = figure.length() != cell.length();
        BigDecimal number = separators.read(figure);
        if (number == null) {
            return new Refused(
                    "Not a share.",
                    EXPECTED,
                    "Write the share as a number from 0 to 100; until then it counts as unknown.");
        }
        boolean ofOne = !signed && fraction && !aboveOne;
        BigDecimal share = ofOne ? NumberText.canonical(number.multiply(HUNDRED)) : number;
        if (share.signum() < 0) {
            return AmountReader.negative(cell, EXPECTED);
        }
        if (share.compareTo(HUNDRED) > 0) {
            return new Refused(
                    "More than 100 percent.", EXPECTED, "Correct the figure; until then it counts as unknown.");
        }
        String note = signed ? null : note(ofOne, number);
        return note == null && share.equals(NumberText.plain(cell))
                ? share
                : new Mended(share, share.toPlainString() + " %", note);
    }

    private @Nullable String note(boolean ofOne, BigDecimal number) {
        if (ofOne) {
            return "No share in the column is above 1, so 1 was taken for 100 percent";
        }
        boolean eitherWay = aboveOne && partOfOne && number.signum() > 0 && number.compareTo(BigDecimal.ONE) <= 0;
        return eitherWay
                ? "Other shares in the column are above 1, so 1 was taken for 1 percent; write 85% where 0.85 is meant to be that"
                : null;
    }

    private static String withoutSign(String cell) {
        String text = cell;
        for (String sign : new String[] {"%", "percent", "per cent", "pct"}) {
            if (text.length() > sign.length()
                    && text.regionMatches(true, text.length() - sign.length(), sign, 0, sign.length())) {
                return Words.trim(text.substring(0, text.length() - sign.length()));
            }
        }
        return text;
    }
}

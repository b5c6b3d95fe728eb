package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A table whose first row is none of headers but one like those below it: days above days, codes above such codes. */
final class MissingHeader {

    private static final int LOOKED_AT = 100;
    private static final int LONGEST = 40;
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Vocabulary vocabulary;

    MissingHeader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Cells of the first row that show it; none where most of them are headers that are known. */
    List<String> shownBy(RawTable table) throws IOException {
        List<String> headers = table.headers();
        List<@Nullable Object[]> rows = table.sample(LOOKED_AT);
        List<String> data = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String header = headers.get(column);
            if (mayBeData(header) && isLike(header, cells(rows, column))) {
                data.add(header);
            }
        }
        long known = data.isEmpty()
                ? 0
                : headers.stream()
                        .filter(header -> HeaderMatch.isKnown(header, vocabulary))
                        .count();
        return data.size() < known ? List.of() : data;
    }

    private static List<String> cells(List<@Nullable Object[]> rows, int column) {
        return rows.stream()
                .map(row -> row[column] instanceof String text ? Words.trim(text) : "")
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private boolean mayBeData(String header) {
        return header.length() <= LONGEST && (isDay(header) || isCode(shape(header)));
    }

    private boolean isLike(String header, List<String> cells) {
        if (cells.isEmpty() || cells.stream().anyMatch(cell -> cell.length() > LONGEST)) {
            return false;
        }
        String shape = shape(header);
        return isDay(header) && cells.stream().allMatch(this::isDay)
                || isCode(shape) && cells.stream().allMatch(cell -> shape(cell).equals(shape));
    }

    /** Letters and digits both: figures alone may be years above amounts. */
    private static boolean isCode(String shape) {
        return shape.indexOf('a') >= 0 && shape.indexOf('9') >= 0;
    }

    private boolean isDay(String text) {
        DateText.Shape shape = DateText.of(text, vocabulary).shape;
        return shape == DateText.Shape.DAY || shape == DateText.Shape.DAY_AND_MONTH;
    }

    /** {@code uc-17} and {@code tx-3} are both {@code a-9}. */
    private static String shape(String text) {
        return DIGITS.matcher(LETTERS.matcher(text).replaceAll("a")).replaceAll("9");
    }
}

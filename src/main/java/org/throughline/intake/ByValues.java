package org.throughline.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;
import org.throughline.facts.SheetReading.Proposal;
import org.throughline.facts.Texts;

/**
 * What a column whose header nobody knows may be, by its cells: words of one enumeration, ids or names of other rows, days. Never
 * against a header; taken only where one column fits one attribute and no other, else proposed.
 */
final class ByValues {

    private static final int LOOKED_AT = 1_000;
    private static final int FEWEST_CELLS = 3;
    /** One cell in so many may be another. */
    private static final int ODD = 10;

    private static final int LONGEST_CELL = 100;
    /** Rows may be numbered; so may anything else. */
    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,3}");
    /** So many columns are looked at; a table with more of them unknown needs a mapping. */
    private static final int MOST_COLUMNS = 200;

    private final Vocabulary vocabulary;
    private final Neighbours others;

    ByValues(Vocabulary vocabulary, Neighbours others) {
        this.vocabulary = vocabulary;
        this.others = others;
    }

    /** A column that fits an attribute, and the words that say why. */
    private record Fit(int column, Attribute attribute, String why) {}

    /** The mapping with what the cells add to it; programs, which write documents, call a column what it is. */
    SheetMapping complete(SheetMapping byHeader, RawTable table) throws IOException {
        if (table.kind() != null) {
            return byHeader;
        }
        List<Integer> columns = unfed(byHeader, table.columns());
        List<Attribute> attributes = byHeader.kind().attributes().stream()
                .filter(attribute -> isTold(attribute) && !byHeader.feeds(attribute))
                .toList();
        List<Fit> fits = columns.isEmpty() || attributes.isEmpty() ? List.of() : fits(columns, attributes, table);
        List<Feed> feeds = new ArrayList<>(byHeader.feeds());
        List<SheetMapping.Doubt> doubts = new ArrayList<>(byHeader.doubts());
        List<Proposal> proposals = new ArrayList<>();
        for (Fit fit : fits) {
            String header = table.headers().get(fit.column);
            if (isSure(fit, fits)) {
                feeds.add(new Feed(
                        fit.column, header, new Meaning(fit.attribute, false, null), "its cells: " + fit.why, null));
                doubts.add(doubt(header, fit));
            } else {
                proposals.add(new Proposal(header, fit.attribute.name(), fit.why));
            }
        }
        return new SheetMapping(byHeader.kind(), feeds, doubts, proposals);
    }

    private static SheetMapping.Doubt doubt(String header, Fit fit) {
        return new SheetMapping.Doubt(
                header,
                "An unknown header, above cells of which " + fit.why + ".",
                "The header " + fit.attribute.name() + ", or a known word for it.",
                fit.attribute.name(),
                "Nothing, if that is right; else rename the column, or name what it is with --mapping.");
    }

    private static List<Integer> unfed(SheetMapping mapping, List<Header> headers) {
        Set<Integer> fed = new HashSet<>();
        mapping.feeds().forEach(feed -> fed.add(feed.column()));
        List<String> doubtful =
                mapping.doubts().stream().map(SheetMapping.Doubt::header).toList();
        List<Integer> unfed = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String header = headers.get(column).text();
            boolean worthIt = unfed.size() < MOST_COLUMNS;
            if (worthIt && !fed.contains(column) && !header.isEmpty() && !doubtful.contains(header)) {
                unfed.add(column);
            }
        }
        return unfed;
    }

    /** Figures, texts and yes or no look alike everywhere. */
    private static boolean isTold(Attribute attribute) {
        return attribute.type() == AttributeType.CHOICE
                || attribute.type().isDate()
                || attribute.refersTo() != null
                || attribute.type() == AttributeType.PERSON;
    }

    private List<Fit> fits(List<Integer> columns, List<Attribute> attributes, RawTable table) throws IOException {
        List<@Nullable Object[]> rows = table.sample(LOOKED_AT);
        List<Fit> fits = new ArrayList<>();
        for (int column : columns) {
            List<String> cells = cells(rows, column);
            boolean differ = cells.stream().distinct().limit(2).count() == 2;
            for (Attribute attribute : cells.size() < FEWEST_CELLS || !differ ? List.<Attribute>of() : attributes) {
                Predicate<String> test = test(attribute, table);
                int odd = odd(cells, test);
                if (odd * ODD <= cells.size()) {
                    fits.add(new Fit(column, attribute, why(cells.size() - odd, cells.size(), attribute)));
                }
            }
        }
        return fits;
    }

    /** How many cells do not fit, counted until it is clear that they are too many. */
    private static int odd(List<String> cells, Predicate<String> test) {
        int odd = 0;
        for (int i = 0; i < cells.size() && odd * ODD <= cells.size(); i++) {
            odd += cells.get(i).length() <= LONGEST_CELL && test.test(cells.get(i)) ? 0 : 1;
        }
        return odd;
    }

    private List<String> cells(List<@Nullable Object[]> rows, int column) {
        List<String> cells = new ArrayList<>();
        for (Object[] row : rows) {
            String cell = row[column] instanceof String text ? Words.trim(text) : "";
            if (!cell.isEmpty() && vocabulary.token(cell) == null) {
                cells.add(cell);
            }
        }
        return cells;
    }

    private Predicate<String> test(Attribute attribute, RawTable table) throws IOException {
        if (attribute.type() == AttributeType.CHOICE) {
            return cell -> ChoiceReader.find(attribute, vocabulary, cell) != null;
        }
        if (attribute.type().isDate()) {
            return this::isDay;
        }
        Set<String> names = others.names(target(attribute), table);
        return cell -> !SMALL_NUMBER.matcher(cell).matches() && names.contains(Texts.fold(cell));
    }

    private static Kind target(Attribute attribute) {
        return attribute.type() == AttributeType.PERSON
                ? Kind.PERSON
                : java.util.Objects.requireNonNull(attribute.refersTo());
    }

    private boolean isDay(String cell) {
        LocalDate iso = DateText.iso(cell);
        DateText.Shape shape = iso == null ? DateText.of(cell, vocabulary).shape : DateText.Shape.DAY;
        return shape == DateText.Shape.DAY || shape == DateText.Shape.DAY_AND_MONTH;
    }

    private static String why(int fitting, int cells, Attribute attribute) {
        String what = attribute.type() == AttributeType.CHOICE
                ? "known words for " + attribute.name()
                : attribute.type().isDate()
                        ? "days"
                        : "ids or names in " + target(attribute).table();
        return fitting + " of " + cells + " are " + what;
    }

    /** One column for one attribute; of dates only one that every row must have, and of references only the kind's only one. */
    private static boolean isSure(Fit fit, List<Fit> fits) {
        boolean alone =
                fits.stream().filter(other -> other.column == fit.column).count() == 1
                        && fits.stream()
                                        .filter(other -> other.attribute == fit.attribute)
                                        .count()
                                == 1;
        long alike = fit.attribute.kind().attributes().stream()
                .filter(other -> isAlike(other, fit.attribute))
                .count();
        return alone && alike == 1 && (!fit.attribute.type().isDate() || fit.attribute.required());
    }

    private static boolean isAlike(Attribute one, Attribute other) {
        boolean dates = one.type().isDate() && other.type().isDate();
        boolean sameChoices = one.choices() != null && one.choices() == other.choices();
        boolean sameTarget = isTold(one)
                && one.choices() == null
                && !one.type().isDate()
                && isTold(other)
                && other.choices() == null
                && !other.type().isDate()
                && target(one) == target(other);
        return dates || sameChoices || sameTarget;
    }
}

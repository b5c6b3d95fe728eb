package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.SheetReading;

/** The cells of one column on their way to values, and the account of what became of them. */
final class FeedColumn {

    private static final int REMEMBERED = 20_000;
    /** Of mended cells, and of refused ones. */
    private static final int SAMPLES = 3;

    final Feed feed;
    private final Attribute attribute;
    private final Vocabulary vocabulary;
    private final @Nullable ValueReader reader;
    private final Map<Object, Object> seen = new HashMap<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final Set<String> mendedSamples = new LinkedHashSet<>();
    private final Set<String> refusedSamples = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean repeats = true;
    private boolean mayBeBlank;
    private int hits;
    private int read;
    private int blank;
    private int mended;
    private int refused;
    private int firstBlank;

    /** Cells that were mended for one reason: the first of them and how many there are. */
    static final class Note {
        final String text;
        final int row;
        final String cell;
        final String readAs;
        int count;

        Note(String text, int row, String cell, String readAs) {
            this.text = text;
            this.row = row;
            this.cell = cell;
            this.readAs = readAs;
        }
    }

    /** A refused cell. */
    record Fault(int row, String cell, Refused refused) {}

    FeedColumn(Feed feed, IntakeOptions options) {
        this.feed = feed;
        this.attribute = feed.meaning().attribute();
        this.vocabulary = options.vocabulary();
        this.reader = feed.meaning().parent() ? null : readerOf(feed, options);
    }

    private static @Nullable ValueReader readerOf(Feed feed, IntakeOptions options) {
        Attribute attribute = feed.meaning().attribute();
        return switch (attribute.type()) {
            case CHOICE, FLAG -> new ChoiceReader(attribute, options.vocabulary());
            case EVENT, PLAN, DAY -> new DateReader(options.vocabulary());
            case AMOUNT -> new AmountReader();
            case PERCENT -> new PercentReader();
            case HOURS -> new HoursReader(options.vocabulary(), options.hoursPerDay(), feed.unit());
            default -> null;
        };
    }

    /** The raw cell, trimmed; the same object for the same text where texts repeat. What it says as a whole column is taken in. */
    @Nullable
    Object take(@Nullable Object raw) {
        if (!(raw instanceof String text)) {
            return raw;
        }
        String trimmed = Words.trim(text);
        if (trimmed.isEmpty()) {
            return "";
        }
        if (trimmed.length() > 64) {
            return trimmed;
        }
        Object known = repeats ? seen.get(trimmed) : null;
        if (known != null) {
            hits++;
            return known;
        }
        if (repeats) {
            remember(trimmed);
        }
        if (reader != null && vocabulary.token(trimmed) == null) {
            reader.survey(trimmed);
        }
        return trimmed;
    }

    /** Where most texts are seen but once (ids, names), remembering them is no use. */
    private void remember(String cell) {
        if (seen.size() < REMEMBERED) {
            seen.put(cell, cell);
        } else if (hits < REMEMBERED) {
            repeats = false;
            seen.clear();
        }
    }

    /** All cells were taken: what they are can be told now. */
    void settle() {
        seen.clear();
    }

    /** The value of a taken cell or {@link Nothing}; null where the row lacks the column. */
    @Nullable
    Object read(int row, @Nullable Object cell) {
        if (cell == null) {
            return null;
        }
        Object outcome = repeats ? seen.get(cell) : null;
        if (outcome == null) {
            outcome = outcome(cell);
            if (repeats && seen.size() < REMEMBERED) {
                seen.put(cell, outcome);
            }
        }
        return account(row, cell, outcome);
    }

    /** Counts a blank cell where one says nothing that anybody would miss. */
    void passOver() {
        blank++;
        mayBeBlank = true;
    }

    private Object outcome(Object cell) {
        if (cell instanceof Nothing) {
            return cell;
        }
        if (cell instanceof List<?> list) {
            return ofList(list);
        }
        String text = (String) cell;
        if (text.isEmpty()) {
            return attribute.type().blankIsAbsent() ? Nothing.ABSENT : Nothing.UNKNOWN;
        }
        Nothing token = vocabulary.token(text);
        if (token != null) {
            return token;
        }
        List<String> written = WrittenList.items(text);
        if (written != null && (isList() || attribute.type() != AttributeType.TEXT)) {
            Object items = ofList(written);
            return items instanceof List<?> list ? new Mended(list, String.join("; ", written), null) : items;
        }
        if (isList()) {
            return ofList(split(text));
        }
        return reader == null ? text : reader.read(text);
    }

    private boolean isList() {
        return (attribute.type() == AttributeType.LIST || attribute.type() == AttributeType.TEAMS)
                && !feed.meaning().parent();
    }

    private static List<String> split(String text) {
        return List.of(text.split(";"));
    }

    private Object ofList(List<?> raw) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object item : raw) {
            String text = Words.trim((String) item);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        if (texts.isEmpty()) {
            return Nothing.ABSENT;
        }
        if (isList()) {
            return List.copyOf(texts);
        }
        return texts.size() == 1
                ? outcome(texts.iterator().next())
                : new Refused(
                        "A list of " + texts.size() + " texts.",
                        "One value.",
                        "Keep one of them; until then it counts as unknown.");
    }

    private Object account(int row, Object cell, Object outcome) {
        if (outcome instanceof Nothing) {
            if (blank++ == 0) {
                firstBlank = row;
            }
            return outcome;
        }
        if (outcome instanceof Refused refusal) {
            refused++;
            faults.add(new Fault(row, cell.toString(), refusal));
            sample(refusedSamples, cell, "");
            return Nothing.UNKNOWN;
        }
        read++;
        if (outcome instanceof Mended mend) {
            mended++;
            sample(mendedSamples, cell, mend.readAs());
            note(row, cell, mend);
            return mend.value();
        }
        return outcome;
    }

    private static void sample(Set<String> samples, Object cell, String readAs) {
        if (samples.size() < SAMPLES) {
            samples.add(Words.quote(cell.toString()) + (readAs.isEmpty() ? "" : " → " + readAs));
        }
    }

    private void note(int row, Object cell, Mended mend) {
        if (mend.note() != null) {
            notes.computeIfAbsent(mend.note(), text -> new Note(text, row, cell.toString(), mend.readAs())).count++;
        }
    }

    void report(String file, ProblemList problems) {
        for (Fault fault : faults) {
            problems.error(
                    file,
                    fault.row(),
                    feed.header(),
                    fault.cell(),
                    fault.refused().found(),
                    fault.refused().expected(),
                    fault.refused().fix());
        }
        reportBlank(file, problems);
        for (Note note : notes.values()) {
            String more = note.count == 1 ? "" : " (" + note.count + " cells of the column)";
            problems.warning(
                    file,
                    note.row,
                    feed.header(),
                    note.cell,
                    note.text + more + ".",
                    expectedOf(attribute),
                    "Nothing, if that is right; else write the cell as expected.",
                    note.readAs);
        }
    }

    /** Rows without an id are reported one by one where they are left out. */
    private void reportBlank(String file, ProblemList problems) {
        if (blank > 0
                && !mayBeBlank
                && attribute.required()
                && attribute.type() != AttributeType.ID
                && !feed.meaning().parent()) {
            problems.warning(
                    file,
                    firstBlank,
                    feed.header(),
                    null,
                    "No " + attribute.name()
                            + (blank == 1 ? " in this row." : " in " + blank + " rows, of which this is the first."),
                    Words.withArticle(attribute.name()) + " in every row.",
                    "Fill it in to have advice that rests on it.",
                    null);
        }
    }

    private static String expectedOf(Attribute attribute) {
        return switch (attribute.type()) {
            case HOURS -> "Hours as a number, such as 28.";
            case PERCENT -> "A share from 0 to 100, such as 85.";
            case AMOUNT -> "A number such as 1200 or 3.5.";
            default -> "A day as year-month-day, such as 2026-02-28.";
        };
    }

    SheetReading.Column reading() {
        return new SheetReading.Column(
                feed.header(),
                feed.meaning().name(),
                feed.how(),
                feed.unit(),
                feed.meaning().when() == null ? null : feed.meaning().when().text(),
                read,
                blank,
                mended,
                refused,
                List.copyOf(mendedSamples),
                List.copyOf(refusedSamples));
    }
}

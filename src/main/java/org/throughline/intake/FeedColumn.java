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
    /** A longer text is seen once, and is no date and no number. */
    private static final int LONGEST = 64;
    /** Of mended cells, and of refused ones. */
    private static final int SAMPLES = 3;

    final Feed feed;
    private final Attribute attribute;
    private final Vocabulary vocabulary;
    private final @Nullable ValueReader reader;
    /** By raw text: what {@link #take} makes of it. */
    private final Map<String, Object> seen = new HashMap<>();

    private final Lately lately = new Lately();
    private final Map<String, Note> notes = new HashMap<>();
    private final Set<String> mendedSamples = new LinkedHashSet<>();
    private final Set<String> refusedSamples = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean repeats = true;
    private boolean mayBeBlank;
    private boolean unread;
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

    /**
     * What the raw cell of a row says, or {@link Unread} where only the whole column can tell; null where the row lacks the column. What
     * it says about the column is taken in.
     */
    @Nullable
    Object take(int row, @Nullable Object raw) {
        if (raw == null) {
            return null;
        }
        Object taken = raw instanceof String text && repeats ? lately(text) : taken(raw);
        if (feed.meaning().when() == null) {
            count(row, taken);
        }
        return taken;
    }

    /** Most texts are the very ones that were seen a few rows before. */
    private Object lately(String text) {
        Object taken = lately.get(text);
        if (taken == null) {
            taken = remembered(text);
            lately.put(text, taken);
        }
        return taken;
    }

    /** Where most texts are seen but once (ids, names), remembering them is no use. */
    private Object remembered(String text) {
        if (text.length() > LONGEST) {
            return taken(text);
        }
        Object known = seen.get(text);
        if (known != null) {
            hits++;
            return known;
        }
        Object taken = taken(text);
        if (seen.size() < REMEMBERED) {
            seen.put(text, taken);
        } else if (hits < REMEMBERED) {
            repeats = false;
            settle();
        }
        return taken;
    }

    private Object taken(Object raw) {
        if (!(raw instanceof String text)) {
            return feed.meaning().when() == null && raw instanceof Nothing ? raw : unread(raw);
        }
        String cell = Words.trim(text);
        Object plain = plain(cell);
        if (plain == null && reader != null && cell.length() <= LONGEST) {
            reader.survey(cell);
            plain = reader.canonical(cell);
        }
        return plain == null || feed.meaning().when() != null ? unread(cell) : plain;
    }

    private Unread unread(Object cell) {
        unread = true;
        return new Unread(cell);
    }

    /** What a trimmed text says whatever its column; null where that is for its reader to say. */
    private @Nullable Object plain(String cell) {
        if (cell.isEmpty()) {
            return attribute.type().blankIsAbsent() ? Nothing.ABSENT : Nothing.UNKNOWN;
        }
        Nothing token = vocabulary.token(cell);
        if (token != null) {
            return token;
        }
        if (written(cell) != null) {
            return null;
        }
        return isList() ? ofList(split(cell)) : reader == null ? cell : null;
    }

    /** The items of a list as programs write them, where the column is not free text; else null. */
    private @Nullable List<String> written(String cell) {
        return isList() || attribute.type() != AttributeType.TEXT ? WrittenList.items(cell) : null;
    }

    /** All cells were taken: what they are can be told now. */
    void settle() {
        seen.clear();
        lately.clear();
    }

    boolean hasUnread() {
        return unread;
    }

    /** What a taken cell says, {@link Nothing} where it cannot be read; null where the row lacks the column. */
    @Nullable
    Object read(int row, @Nullable Object taken) {
        if (!(taken instanceof Unread cell)) {
            return taken;
        }
        if (cell.outcome == null) {
            cell.outcome = outcome(cell.cell);
        }
        read -= feed.meaning().when() == null
                ? 1
                : 0; // counted when it was taken, unless it was to hold in some rows only
        return account(row, cell.cell, cell.outcome);
    }

    /** Counts a blank cell where one says nothing that anybody would miss. */
    void passOver() {
        blank++;
        mayBeBlank = true;
    }

    /** A part of a cell, as if it were one. */
    Object readPart(int row, String part) {
        return account(row, part, outcome(part));
    }

    private Object outcome(Object cell) {
        if (cell instanceof Nothing) {
            return cell;
        }
        if (cell instanceof List<?> list) {
            return ofList(list);
        }
        Object plain = plain((String) cell);
        if (plain != null) {
            return plain;
        }
        List<String> written = written((String) cell);
        if (written != null) {
            Object items = ofList(written);
            return items instanceof List<?> list ? new Mended(list, String.join("; ", written), null) : items;
        }
        return java.util.Objects.requireNonNull(reader).read((String) cell);
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

    /** Compares by identity: a look into each of a million values would cost more than all the rest. */
    private void count(int row, Object value) {
        if (value != Nothing.ABSENT && value != Nothing.UNKNOWN && value != Nothing.NOT_APPLICABLE) {
            read++;
        } else if (blank++ == 0) {
            firstBlank = row;
        }
    }

    private Object account(int row, Object cell, Object outcome) {
        if (outcome instanceof Refused refusal) {
            refused++;
            faults.add(new Fault(row, cell.toString(), refusal));
            sample(refusedSamples, cell, "");
            return Nothing.UNKNOWN;
        }
        count(row, outcome);
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

package org.throughline.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.SheetReading;

/** What became of the cells of one column: how many were read, blank, mended or refused, with samples, and what to say of it. */
final class ColumnAccount {

    /** Of mended cells, and of refused ones. */
    private static final int SAMPLES = 3;

    private final Feed feed;
    private final Attribute attribute;
    private final Map<String, Note> notes = new HashMap<>();
    private final Set<String> mendedSamples = new LinkedHashSet<>();
    private final Set<String> refusedSamples = new LinkedHashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean mayBeBlank;
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

    ColumnAccount(Feed feed) {
        this.feed = feed;
        this.attribute = feed.meaning().attribute();
    }

    /** Counts a blank cell where one says nothing that anybody would miss. */
    void passOver() {
        blank++;
        mayBeBlank = true;
    }

    /** Takes back a cell that was counted as read before it could be told what it says. */
    void uncount() {
        read--;
    }

    /** Compares by identity: a look into each of a million values would cost more than all the rest. */
    void count(int row, Object value) {
        if (value != Nothing.ABSENT && value != Nothing.UNKNOWN && value != Nothing.NOT_APPLICABLE) {
            read++;
        } else if (blank++ == 0) {
            firstBlank = row;
        }
    }

    /** Counts what a cell came to; the value that it says, or {@link Nothing}. */
    Object settle(int row, Object cell, Object outcome) {
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

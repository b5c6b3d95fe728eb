package org.throughline.intake;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;

/** The cells of one column on their way to values. */
final class FeedColumn {

    private static final int REMEMBERED = 20_000;
    /** A longer text is seen once, and is no date and no number. */
    private static final int LONGEST = 64;

    final Feed feed;
    private final ColumnAccount account;
    private final Attribute attribute;
    private final Vocabulary vocabulary;
    private final @Nullable ValueReader reader;
    /** By raw text: what {@link #take} makes of it. */
    private final Map<String, Object> seen = new HashMap<>();

    private final Lately lately = new Lately();
    private boolean repeats = true;
    private boolean unread;
    private int hits;

    FeedColumn(Feed feed, IntakeOptions options) {
        this.feed = feed;
        this.account = new ColumnAccount(feed);
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
            account.count(row, taken);
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

    ColumnAccount account() {
        return account;
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
        if (feed.meaning().when()
                == null) { // else it was not counted when it was taken, as it was to hold in some rows only
            account.uncount();
        }
        return account.settle(row, cell.cell, cell.outcome);
    }

    /** A part of a cell, as if it were one. */
    Object readPart(int row, String part) {
        return account.settle(row, part, outcome(part));
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
}

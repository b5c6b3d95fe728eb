package org.throughline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.SheetReading.Proposal;

/**
 * Which columns of a file feed which attributes.
 *
 * @param feeds of one attribute, the surest first
 * @param doubts headers that could mean more than one thing, in words
 * @param proposals what further columns may be by their cells
 */
record SheetMapping(Kind kind, List<Feed> feeds, List<Doubt> doubts, List<Proposal> proposals) {

    /** A choice that was made and how to make another. */
    record Doubt(String header, String found, String expected, String readAs, String fix) {}

    static SheetMapping of(Kind kind, List<Header> headers, Vocabulary vocabulary) {
        return new Builder(kind, headers, vocabulary).build();
    }

    boolean feeds(Attribute attribute) {
        return feeds.stream()
                .anyMatch(feed -> !feed.meaning().parent() && feed.meaning().attribute() == attribute);
    }

    /** How many columns of the kind the file has: what tells one kind from another. */
    int distinctAttributes() {
        return (int)
                feeds.stream().map(feed -> feed.meaning().name()).distinct().count();
    }

    /** Canonical column to the file's header: that of its surest feed. */
    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        for (Feed feed : feeds) {
            if (!feed.meaning().parent()) {
                headers.putIfAbsent(feed.meaning().attribute().name(), feed.header());
            }
        }
        return headers;
    }

    private static final class Builder {
        private static final String ONE_EACH = "One column for each fact.";

        private final Kind kind;
        private final List<Header> headers;
        private final Vocabulary vocabulary;
        private final List<HeaderMatch> matches = new ArrayList<>();
        private final Map<String, Feed> taken = new HashMap<>();
        private final List<Feed> feeds = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();

        Builder(Kind kind, List<Header> headers, Vocabulary vocabulary) {
            this.kind = kind;
            this.headers = headers;
            this.vocabulary = vocabulary;
        }

        SheetMapping build() {
            headers.forEach(header -> matches.add(HeaderMatch.of(kind, header, vocabulary)));
            for (HeaderMatch.How how : HeaderMatch.How.values()) {
                for (int column = 0; column < headers.size(); column++) {
                    if (matches.get(column).how() == how) {
                        take(column, matches.get(column));
                    }
                }
            }
            feeds.sort(Comparator.comparing(feed -> feed.meaning().when() != null));
            return new SheetMapping(kind, feeds, doubts, List.of());
        }

        private void take(int column, HeaderMatch match) {
            Set<Attribute> alternatives = new HashSet<>();
            for (Meaning meaning : match.meanings()) {
                Feed feed = new Feed(column, headers.get(column).text(), meaning, match.words(), match.unit());
                boolean another = meaning.when() == null && !alternatives.isEmpty();
                if (another) {
                    doubt(feed, alternatives);
                } else if (add(feed) && meaning.when() == null) {
                    alternatives.add(meaning.attribute());
                }
            }
        }

        private void doubt(Feed feed, Set<Attribute> alternatives) {
            String takenFor = alternatives.iterator().next().name();
            doubts.add(new Doubt(
                    feed.header(),
                    "A column that could be " + takenFor + " or "
                            + feed.meaning().attribute().name() + ".",
                    ONE_EACH,
                    takenFor,
                    "Name the column " + takenFor + " or "
                            + feed.meaning().attribute().name() + " to choose."));
        }

        private boolean add(Feed feed) {
            String key = feed.meaning().name()
                    + (feed.meaning().when() == null ? "" : feed.meaning().when());
            Feed first = taken.putIfAbsent(key, feed);
            if (first == null) {
                feeds.add(feed);
                return true;
            }
            doubts.add(new Doubt(
                    feed.header(),
                    "Two columns that could be " + feed.meaning().name() + ": " + Words.quote(first.header()) + " and "
                            + Words.quote(feed.header()) + ".",
                    ONE_EACH,
                    Words.quote(first.header()),
                    "Name the right one " + feed.meaning().name() + " to choose; the other was left aside."));
            return false;
        }
    }
}

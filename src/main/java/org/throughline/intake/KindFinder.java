package org.throughline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Texts;

/** What the rows of a file are: by its name, else by its headers. */
final class KindFinder {

    static final String BY_NAME = "its name";

    private final Vocabulary vocabulary;

    KindFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The kind and the words that say why. */
    record Recognised(@Nullable Kind kind, String why) {}

    Recognised find(String file, List<Header> headers) {
        Kind byName = byName(file);
        if (byName != null) {
            return new Recognised(byName, BY_NAME);
        }
        return byHeaders(headers);
    }

    /** {@code Use Cases (2).xlsx}, {@code data/use_cases-part1.csv}: the name without folder, extension and number. */
    @Nullable
    Kind byName(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String squeezed = Words.squeeze(dot > 0 ? name.substring(0, dot) : name);
        for (String ending : List.of("", "part", "copy", "final")) {
            Kind kind = vocabulary.file(withoutEnding(squeezed, ending));
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static String withoutEnding(String squeezed, String ending) {
        int end = squeezed.length();
        while (end > 0 && Character.isDigit(squeezed.charAt(end - 1))) {
            end--;
        }
        String text = squeezed.substring(0, end);
        return text.endsWith(ending) ? text.substring(0, text.length() - ending.length()) : text;
    }

    private Recognised byHeaders(List<Header> headers) {
        List<SheetMapping> candidates = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            SheetMapping mapping = SheetMapping.of(kind, headers, vocabulary);
            if (isLikely(mapping)) {
                candidates.add(mapping);
            }
        }
        candidates.sort(Comparator.comparingInt(KindFinder::score).reversed());
        if (candidates.isEmpty()) {
            return new Recognised(null, "");
        }
        SheetMapping best = candidates.get(0);
        if (candidates.size() > 1 && score(candidates.get(1)) == score(best)) {
            return new Recognised(
                    null,
                    best.kind().table() + " or " + candidates.get(1).kind().table());
        }
        List<String> matched = best.feeds().stream()
                .map(Feed::header)
                .distinct()
                .limit(4)
                .sorted(Texts.BY_CODE_POINT)
                .toList();
        return new Recognised(best.kind(), "its headers (" + String.join(", ", matched) + ")");
    }

    /** At least two of its columns are there, and most of those that it cannot do without. */
    private static boolean isLikely(SheetMapping mapping) {
        List<Attribute> required =
                mapping.kind().attributes().stream().filter(Attribute::required).toList();
        long there = required.stream().filter(mapping::feeds).count();
        return mapping.distinctAttributes() >= 2 && there * 2 >= required.size();
    }

    private static int score(SheetMapping mapping) {
        int score = 0;
        for (Feed feed : mapping.feeds()) {
            boolean byName = feed.how().equals(HeaderMatch.How.NAME.words);
            score += (byName ? 3 : 2) + (feed.meaning().attribute().required() ? 1 : 0);
        }
        long missing = mapping.kind().attributes().stream()
                .filter(attribute -> attribute.required() && !mapping.feeds(attribute))
                .count();
        return score - 3 * (int) missing;
    }
}

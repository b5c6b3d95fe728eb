package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.throughline.facts.Numbers;
import org.throughline.findings.SubjectType;

/** The words around names and numbers, from {@code remedies.yaml}. */
final class Words {

    static final List<String> NAMES = List.of(
            "name",
            "and",
            "more",
            "its_workflow",
            "nobody_decides",
            "decides",
            "organisation_decides",
            "heads_decide",
            "says",
            "folded",
            "share_of",
            "elsewhere",
            "more_findings",
            "ceiling",
            "class",
            "assumed_class",
            "quantified",
            "not_quantified",
            "effort",
            "confidence",
            "inherited",
            "collect_why",
            "collect_why_all",
            "collect_alone",
            "collect_sharpens",
            "collect_decides");

    private static final int LONGEST_NAME = 90;

    private final Map<String, String> texts;

    Words(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** The text of that name with its places filled: name, value, name, value, ... */
    String say(String name, String... placesAndValues) {
        Map<String, String> values = new java.util.HashMap<>();
        for (int i = 0; i < placesAndValues.length; i += 2) {
            values.put(placesAndValues[i], placesAndValues[i + 1]);
        }
        return say(name, values);
    }

    String say(String name, Map<String, String> values) {
        return Template.fill(Objects.requireNonNull(texts.get(name)), values);
    }

    /** {@code use cases}. */
    String plural(SubjectType type) {
        return texts.getOrDefault("many_" + type.word(), type.word());
    }

    /** {@code in Sales}. */
    String where(SubjectType type, String name) {
        String text = texts.get("where_" + type.word());
        return text == null ? name : Template.fill(text, Map.of("name", name));
    }

    /** A name as it stands in a sentence. */
    String name(String name) {
        return say("name", "name", shortened(name));
    }

    /** {@code "A", "B" and 3 more}. */
    String list(List<String> names, int shown) {
        List<String> said = new ArrayList<>();
        names.stream().limit(shown).map(this::name).forEach(said::add);
        if (names.size() > shown) {
            said.add(say("more", "n", number(names.size() - shown)));
        }
        return joined(said);
    }

    /** {@code a, b and c}. */
    String joined(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        String last = parts.get(parts.size() - 1);
        return String.join(", ", parts.subList(0, parts.size() - 1)) + say("and") + last;
    }

    static String shortened(String name) {
        String line = name.strip();
        return line.length() <= LONGEST_NAME
                ? line
                : line.substring(
                                        0,
                                        line.offsetByCodePoints(
                                                0, Math.min(LONGEST_NAME - 1, line.codePointCount(0, line.length()))))
                                .strip()
                        + "…";
    }

    static String number(long number) {
        return Numbers.number(number);
    }

    static String number(BigDecimal number) {
        return Numbers.number(number);
    }

    /** A share of 0..1. */
    static String percent(BigDecimal share) {
        return Numbers.percent(share);
    }
}

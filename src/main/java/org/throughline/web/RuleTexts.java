package org.throughline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule files in parts: what they say of themselves, and rule by rule. */
final class RuleTexts {

    private static final Pattern LABEL = Pattern.compile("(Why|Fires|Silent)\\s+(.*)");

    private RuleTexts() {}

    /** A part of a rule's documentation; the first has no label. */
    public record Part(String label, String text) {}

    /** The comment before a diagnostic's rules, by its labels. */
    static List<Part> documentation(String comment) {
        List<Part> parts = new ArrayList<>();
        String label = "";
        StringBuilder text = new StringBuilder();
        for (String line : comment.lines().toList()) {
            Matcher start = LABEL.matcher(line.strip());
            if (start.matches()) {
                add(parts, label, text);
                label = start.group(1);
                text.setLength(0);
                text.append(start.group(2));
            } else {
                text.append(' ').append(line.strip());
            }
        }
        add(parts, label, text);
        return parts;
    }

    private static void add(List<Part> parts, String label, StringBuilder text) {
        if (!text.toString().isBlank()) {
            parts.add(new Part(label, text.toString().strip()));
        }
    }

    /** The rule of that name as it stands in its file, or nothing. */
    static String rule(String file, String name) {
        int from = file.indexOf("rule \"" + name + "\"");
        int to = from < 0 ? -1 : file.indexOf("\nend", from);
        return to < 0 ? "" : file.substring(from, to + 4);
    }
}

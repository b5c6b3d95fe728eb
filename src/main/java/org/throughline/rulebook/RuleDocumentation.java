package org.throughline.rulebook;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Severity;
import org.throughline.findings.SubjectType;

/** Reads what a rule file says about itself: the comment before its first rule and that rule's {@code @name("value")} lines. */
final class RuleDocumentation {

    private static final Pattern COMMENT = Pattern.compile("/\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("(?m)^rule\\s+\"([^\"]+)\"");
    private static final Pattern METADATA = Pattern.compile("@(\\w+)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");

    private RuleDocumentation() {}

    /** The diagnostic that a file describes, or null if its first rule is no diagnostic with a remedy. */
    static @Nullable Diagnostic diagnostic(String file, String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.find()) {
            return null;
        }
        int when = text.indexOf("\nwhen", rule.end());
        Map<String, String> said = metadata(text.substring(rule.end(), when < 0 ? text.length() : when));
        if (!said.containsKey("diagnostic") || !said.containsKey("remedy")) {
            return null;
        }
        return new Diagnostic(
                said.get("diagnostic"),
                said.getOrDefault("slug", ""),
                said.getOrDefault("title", ""),
                said.getOrDefault("section", ""),
                SubjectType.of(said.getOrDefault("subject", "use_case")),
                Severity.of(said.getOrDefault("severity", "medium")),
                said.get("remedy"),
                comment(text.substring(0, rule.start())),
                file);
    }

    /** The names of the rules in texts. */
    static Set<String> names(Collection<String> texts) {
        Set<String> names = new HashSet<>();
        for (String text : texts) {
            RULE.matcher(text).results().forEach(rule -> names.add(rule.group(1)));
        }
        return names;
    }

    /** Number of rules in a text. */
    static int countRules(String text) {
        return (int) RULE.matcher(text).results().count();
    }

    static Map<String, String> metadata(String header) {
        Map<String, String> said = new LinkedHashMap<>();
        Matcher matcher = METADATA.matcher(header);
        while (matcher.find()) {
            said.put(matcher.group(1), matcher.group(2).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return said;
    }

    private static String comment(String head) {
        Matcher matcher = COMMENT.matcher(head);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.group(1)
                    .lines()
                    .forEach(line -> out.append(
                                    line.replaceFirst("^\\s*\\* ?", "").stripTrailing())
                            .append('\n'));
        }
        return out.toString().strip();
    }
}

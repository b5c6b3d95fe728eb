package org.throughline.api.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.throughline.app.LiveRules;
import org.throughline.app.Rules;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;

/**
 * What an assistant may read: each rule with its documentation and text, what the rules say of each section of the article in their own
 * words, the thresholds, and the tables that facts may have. All of the rules that are live when it is read.
 */
@Component
class RuleResources {

    static final String SCHEME = "throughline://";

    private final LiveRules live;

    RuleResources(LiveRules live) {
        this.live = live;
    }

    /** @param address {@code throughline://rules/A1} */
    record Entry(String address, String name, String title) {}

    /** Of the rules of this moment: other rules, other resources. */
    String version() {
        return live.get().digest();
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>(List.of(
                new Entry(SCHEME + "facts", "facts", "Tables and columns that facts may have"),
                new Entry(
                        SCHEME + "thresholds", "thresholds", "Limits that rules compare with, each with its reason")));
        sections(live.get())
                .forEach((slug, rules) -> all.add(new Entry(
                        SCHEME + "sections/" + slug,
                        slug,
                        "Section: " + rules.get(0).section())));
        live.get()
                .diagnostics()
                .forEach(it -> all.add(
                        new Entry(SCHEME + "rules/" + it.id(), it.id() + " " + it.slug(), it.id() + " " + it.title())));
        return all;
    }

    /** Markdown. */
    String text(String address) {
        String path = address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : address;
        Rules rules = live.get();
        if (path.equals("facts")) {
            return tables();
        }
        if (path.equals("thresholds")) {
            return thresholds(rules);
        }
        if (path.startsWith("rules/")) {
            return rules.diagnostics().stream()
                    .filter(it -> it.id().equals(path.substring("rules/".length())))
                    .findFirst()
                    .map(it -> rule(it, rules))
                    .orElseThrow(() -> unknown(address));
        }
        List<Diagnostic> section = sections(rules).get(path.replaceFirst("^sections/", ""));
        if (section == null) {
            throw unknown(address);
        }
        return section(section);
    }

    private static WrongArgumentException unknown(String address) {
        return new WrongArgumentException(
                "the address " + (address.length() > 80 ? address.substring(0, 80) + "…" : address),
                "one that resources/list names, such as " + SCHEME + "rules/A1",
                "Choose one of them.");
    }

    private static Map<String, List<Diagnostic>> sections(Rules rules) {
        return rules.diagnostics().stream()
                .collect(Collectors.groupingBy(it -> slug(it.section()), LinkedHashMap::new, Collectors.toList()));
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String rule(Diagnostic it, Rules rules) {
        return "# " + it.id() + " " + it.title() + "\n\n" + it.documentation() + "\n\nSection of the article: "
                + it.section() + "\nAbout: " + it.subject().word() + "\nSeverity: "
                + it.severity().word() + "\nRemedy: " + it.remedy() + "\n\n## Thresholds\n\n"
                + table(rules.thresholds(it)) + "\n## " + it.file() + "\n\n```drl\n" + rules.text(it) + "```\n";
    }

    private static String section(List<Diagnostic> rules) {
        return "# " + rules.get(0).section()
                + "\n\nWhat the rules make of this section of the article, in their own words.\n"
                + rules.stream().map(RuleResources::argument).collect(Collectors.joining());
    }

    /** Its first paragraph and why; when it fires is for who reads the rule. */
    private static String argument(Diagnostic it) {
        String said = it.documentation().split("\\n(Fires|Silent)\\b", 2)[0].replaceAll("(?m)^Why +", "");
        return "\n## " + it.id() + " " + it.title() + "\n\n"
                + said.replaceAll("(?m)^ +", "").strip() + "\n\nRule: " + SCHEME + "rules/" + it.id() + "\n";
    }

    private static String thresholds(Rules rules) {
        Map<String, Threshold> all = new TreeMap<>();
        rules.diagnostics().forEach(it -> rules.thresholds(it).forEach(limit -> all.put(limit.name(), limit)));
        return "# Thresholds\n\n" + table(List.copyOf(all.values()));
    }

    private static String table(List<Threshold> thresholds) {
        return thresholds.isEmpty()
                ? "None.\n"
                : "| name | value | unit | reason |\n|---|---|---|---|\n"
                        + thresholds.stream()
                                .map(it -> "| " + it.name() + " | " + it.value().toPlainString() + " | " + it.unit()
                                        + " | " + it.reason().replace("|", "\\|") + " |\n")
                                .collect(Collectors.joining());
    }

    private static String tables() {
        return "# Facts\n\n"
                + "A JSON object with one list of objects for each table. What is left out is unknown; null is known to be"
                + " missing.\n"
                + Stream.of(Kind.values()).map(RuleResources::table).collect(Collectors.joining());
    }

    private static String table(Kind kind) {
        return "\n## " + kind.table() + "\n\n"
                + kind.attributes().stream().map(RuleResources::column).collect(Collectors.joining());
    }

    private static String column(Attribute it) {
        String choices = it.choices() == null
                ? it.type().name().toLowerCase(Locale.ROOT)
                : Stream.of(it.choices().getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" | "));
        return "- `" + it.name() + "`: " + choices + "\n";
    }
}

package org.throughline.rulebook.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.throughline.findings.Severity;
import org.throughline.findings.SubjectType;
import org.throughline.rulebook.check.ReadRule.Said;

/** Reads what a rule says about itself, and refuses what would make it more than a rule. */
final class Headers {

    private static final Set<String> KNOWN = Set.of(
            "diagnostic", "slug", "subject", "severity", "remedy", "section", "title", "statement", "figure", "scope");
    private static final Set<String> SCOPES = Set.of("organisation", "everywhere");
    private static final Pattern ANNOTATION =
            Pattern.compile("@\\s*([\\w.]+)\\s*(\\(\\s*(\"((?:[^\"\\\\\\n]|\\\\.)*)\")?[^\"()]*\\))?");

    private final Flaws flaws;

    Headers(Flaws flaws) {
        this.flaws = flaws;
    }

    /** Refuses what stands in a file besides imports, the global and rules. */
    void file(PackageDescr file) {
        file.getFunctions()
                .forEach(it -> part(
                        it.getStartCharacter(),
                        "a function: rules have no code of their own",
                        "Derive a fact, and compare it."));
        file.getTypeDeclarations()
                .forEach(it -> part(
                        it.getStartCharacter(),
                        "a type of its own",
                        "Use the facts that there are; rules/README.md lists them."));
        file.getEnumDeclarations()
                .forEach(it -> part(
                        it.getStartCharacter(),
                        "a type of its own",
                        "Use the facts that there are; rules/README.md lists them."));
        file.getEntryPointDeclarations()
                .forEach(it -> part(
                        it.getStartCharacter(), "an entry point: facts come from the inventory only", "Delete it."));
        file.getWindowDeclarations()
                .forEach(it -> part(it.getStartCharacter(), "a window: there is no stream of facts", "Compare dates."));
        file.getAttributes().forEach(this::attribute);
        if (file.getUnit() != null) {
            part(0, "a rule unit", "Delete the line.");
        }
    }

    private void part(int at, String found, String fix) {
        int from = Math.max(at, 0);
        flaws.error(from, from + firstWord(from), found, fix);
    }

    private int firstWord(int from) {
        Matcher word = Pattern.compile("\\w+").matcher(flaws.source().text());
        return word.find(from) ? word.end() - from : 1;
    }

    private void attribute(AttributeDescr given) {
        int at = Math.max(given.getStartCharacter(), 0);
        int from = Math.max(flaws.source().text().lastIndexOf(given.getName(), at), 0);
        flaws.error(
                from,
                from + given.getName().length(),
                "the attribute " + given.getName()
                        + ": rules are tried in an order of their own, at once, and in one way",
                "Delete it. If one rule needs what another finds, derive a fact from it.");
    }

    /** Its {@code @name("value")} lines; every attribute, parent and unknown annotation is reported. */
    Map<String, Said> rule(RuleDescr rule, PackageDescr file) {
        rule.getAttributes().values().stream()
                .filter(it -> file.getAttributes().stream()
                        .noneMatch(each -> each.getStartCharacter() == it.getStartCharacter()))
                .forEach(this::attribute);
        if (rule.getParentName() != null) {
            part(rule.getStartCharacter(), "a rule that extends another", "Write all of its conditions.");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            part(rule.getStartCharacter(), "a rule with more than one consequence", "Write one rule for each.");
        }
        int end = rule.getLhs() == null || rule.getLhs().getStartCharacter() < 0
                ? rule.getEndCharacter()
                : rule.getLhs().getStartCharacter();
        return annotations(rule.getStartCharacter(), Math.min(end, rule.getEndCharacter()));
    }

    private Map<String, Said> annotations(int from, int to) {
        Map<String, Said> said = new LinkedHashMap<>();
        String text = flaws.source().text();
        Matcher matcher = ANNOTATION.matcher(text).region(Math.max(from, 0), Math.max(to, 0));
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!KNOWN.contains(name)) {
                flaws.error(
                        matcher.start(), matcher.end(1), "there is no @" + name + " in a rule", Near.hint(name, KNOWN));
                meant(name, matcher, said);
            } else if (matcher.group(4) == null) {
                withoutText(name, matcher, said);
            } else if (said.containsKey(name)) {
                flaws.error(matcher.start(), matcher.end(1), "@" + name + " is there twice", "Delete one of them.");
            } else {
                String value = matcher.group(4).replace("\\\"", "\"").replace("\\\\", "\\");
                said.put(name, new Said(value, matcher.start(), matcher.end()));
            }
        }
        said.forEach(this::value);
        return said;
    }

    /** Most often its quotes are missing. */
    private void withoutText(String name, Matcher matcher, Map<String, Said> said) {
        String inside = matcher.group(2) == null
                ? ""
                : matcher.group(2).replaceAll("[()]", "").strip();
        flaws.error(
                matcher.start(),
                matcher.end(),
                inside.isEmpty() ? "@" + name + " has no text" : "the text of @" + name + " has no quotes",
                "Write @" + name + "(\"" + (inside.isEmpty() ? "..." : inside) + "\").");
        if (!inside.isEmpty()) {
            said.putIfAbsent(name, new Said(inside, matcher.start(), matcher.end()));
        }
    }

    /** What was meant counts as said, so that nobody is told that it is missing as well. */
    private static void meant(String name, Matcher matcher, Map<String, Said> said) {
        if (matcher.group(4) != null) {
            Near.to(name, KNOWN).stream()
                    .limit(1)
                    .forEach(it -> said.putIfAbsent(it, new Said(matcher.group(4), matcher.start(), matcher.end())));
        }
    }

    private void value(String name, Said said) {
        List<String> values = switch (name) {
            case "severity" ->
                Arrays.stream(Severity.values()).map(Severity::word).toList();
            case "subject" ->
                Arrays.stream(SubjectType.values()).map(SubjectType::word).toList();
            case "scope" -> List.copyOf(SCOPES);
            default -> List.of();
        };
        if (!values.isEmpty() && !values.contains(said.value())) {
            flaws.error(
                    said.from(),
                    said.to(),
                    "there is no " + name + " \"" + said.value() + "\"",
                    Near.hint(said.value(), values));
        }
    }
}

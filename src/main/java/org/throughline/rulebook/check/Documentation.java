package org.throughline.rulebook.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.rulebook.check.Expr.Call;
import org.throughline.rulebook.check.ReadRule.Said;

/** What every rule owes its readers. */
final class Documentation {

    private static final String DIAGNOSTICS = "diagnostics/";
    private static final List<String> OF_DIAGNOSTIC =
            List.of("diagnostic", "slug", "subject", "severity", "remedy", "section", "title", "statement");
    private static final List<String> PARAGRAPHS = List.of("Why", "Fires", "Silent");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*(.*?)\\*/");
    private static final int SHORTEST = 40;

    private final ReadFile file;
    private final Flaws flaws;

    private Documentation(ReadFile file, Flaws flaws) {
        this.file = file;
        this.flaws = flaws;
    }

    static void check(ReadFile file, Flaws flaws) {
        Documentation documentation = new Documentation(file, flaws);
        file.rules().forEach(documentation::rule);
        flaws.in(null);
        if (file.whole() && !file.rules().isEmpty()) {
            documentation.file(file.rules().get(0));
        }
    }

    private void rule(ReadRule rule) {
        if (isDiagnostic() && rule == file.rules().get(0)) {
            return; // more is asked of it below
        }
        flaws.in(rule.name());
        Set<String> says = rule.consequence().stream()
                .filter(it -> it instanceof Call call && call.of() != null)
                .map(it -> ((Call) it).name())
                .collect(Collectors.toSet());
        if (says.contains("report") || says.contains("reportOrganisation")) {
            need(rule, List.of("diagnostic", "severity", "statement"), "it reports");
        } else if (says.contains("cannotJudge")) {
            need(rule, List.of("diagnostic"), "it says that something cannot be judged");
        } else if (says.contains("say")) {
            need(rule, List.of("statement"), "it says a line of the summary");
        }
    }

    private void need(ReadRule rule, List<String> names, String because) {
        List<String> missing = names.stream()
                .filter(it -> rule.value(it).isBlank())
                .map(it -> "@" + it)
                .toList();
        if (!missing.isEmpty()) {
            heading(
                    rule,
                    because + ", and has no " + String.join(", ", missing),
                    "Add below the rule's name: " + missing.get(0) + "(\"...\").");
        }
    }

    private void heading(ReadRule rule, String found, String fix) {
        int end = file.source().text().indexOf('\n', rule.from());
        flaws.error(rule.from(), end < 0 ? rule.from() + 1 : end, found, fix);
    }

    private void file(ReadRule first) {
        boolean diagnostic = isDiagnostic();
        Matcher comment = COMMENT.matcher(file.source().text()).region(0, Math.max(first.from(), 0));
        String said = comment.find() ? comment.group(1) : "";
        flaws.in(first.name());
        if (said.strip().length() < SHORTEST) {
            heading(
                    first,
                    "nothing says what the file is about",
                    "Write a comment before its first rule: /* ... */, with what it finds and why that matters.");
        } else if (diagnostic) {
            paragraphs(first, comment, said);
        }
        if (diagnostic) {
            header(first);
        }
        flaws.in(null);
    }

    private boolean isDiagnostic() {
        return file.file().startsWith(DIAGNOSTICS);
    }

    private void paragraphs(ReadRule first, Matcher comment, String said) {
        List<String> missing = PARAGRAPHS.stream()
                .filter(it -> !Pattern.compile("(?m)^[\\s*]*" + it + "\\s")
                        .matcher(said)
                        .find())
                .toList();
        if (!missing.isEmpty()) {
            flaws.error(
                    comment.start(),
                    comment.start() + 2,
                    "the comment does not say " + String.join(" and ", missing),
                    "Add a line to it that begins with " + missing.get(0) + ".");
        }
    }

    private void header(ReadRule first) {
        List<String> missing = OF_DIAGNOSTIC.stream()
                .filter(it -> first.value(it).isBlank())
                .map(it -> "@" + it)
                .toList();
        if (!missing.isEmpty()) {
            heading(
                    first,
                    "the first rule of a diagnostic has no " + String.join(", ", missing),
                    "Add below the rule's name: " + missing.get(0) + "(\"...\").");
            return;
        }
        String name = file.file().replaceAll(".*/", "");
        String expected = first.value("diagnostic") + "-" + first.value("slug") + ".drl";
        if (!name.equals(expected)) {
            Said slug = first.said().get("slug");
            flaws.error(
                    slug.from(),
                    slug.to(),
                    "the file is called " + name + ", and the rule " + expected,
                    "Rename the file, or mend @diagnostic or @slug.");
        }
        sameDiagnostic(first);
    }

    private void sameDiagnostic(ReadRule first) {
        for (ReadRule rule : file.rules()) {
            Said said = rule.said().get("diagnostic");
            if (said != null && !said.value().equals(first.value("diagnostic"))) {
                flaws.in(rule.name());
                flaws.error(
                        said.from(),
                        said.to(),
                        "a rule of " + said.value() + " in the file of " + first.value("diagnostic"),
                        "One file, one diagnostic: move the rule, or mend its @diagnostic.");
            }
        }
    }
}

package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.check.ReadRule.Said;

/** Reads one rule file. A rule that cannot be read does not hide what is wrong in the others. */
final class FileReader {

    private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]*(rule|query)\\b[ \\t]*(\"([^\"\\n]*)\")?");
    private static final Pattern UNICODE = Pattern.compile("\\\\u+[0-9a-fA-F]{0,4}");
    private static final Pattern TEMPLATE = Pattern.compile("(?m)^[ \\t]*(expander|template)\\b.*");

    private final Source source;
    private final Flaws flaws;
    private final List<ReadRule> rules = new ArrayList<>();
    private boolean whole = true;

    private FileReader(String file, String text) {
        this.source = new Source(file, text);
        this.flaws = new Flaws(source);
    }

    static ReadFile read(String file, String text) {
        FileReader reader = new FileReader(file, text);
        reader.read();
        List<Flaw> flaws = reader.flaws.all();
        return new ReadFile(
                reader.source,
                reader.rules,
                reader.whole,
                flaws.stream().sorted().distinct().toList());
    }

    private void read() {
        Matcher escape = UNICODE.matcher(source.text());
        while (escape.find()) {
            flaws.error(
                    escape.start(),
                    escape.end(),
                    "a letter written as a \\u code, which the compiler would turn into code",
                    "Write the letter itself.");
        }
        if (!Bounds.check(source, flaws)) {
            whole = false;
            return;
        }
        int comment = Tokens.unclosedComment(source.text());
        if (comment >= 0) {
            flaws.error(
                    comment,
                    comment + "/*".length(),
                    "this comment is not closed: all that follows belongs to it",
                    "Write */ where it ends.");
            whole = false;
            return;
        }
        Matcher template = TEMPLATE.matcher(source.text());
        if (template.find()) {
            flaws.error(
                    template.start(),
                    template.end(),
                    "a file that is turned into rules by a template",
                    "Write the rules themselves.");
            whole = false;
            return;
        }
        PackageDescr parsed = parse(source.text(), null);
        if (parsed != null) {
            file(parsed);
            Imports imports = Imports.of(parsed, flaws);
            parsed.getRules().forEach(rule -> rule(rule, parsed, imports));
        } else {
            whole = false;
            oneByOne();
        }
    }

    /** Every rule alone, with what stands before the first. */
    private void oneByOne() {
        List<Integer> starts = new ArrayList<>();
        Matcher rule = RULE.matcher(source.text());
        while (rule.find()) {
            starts.add(rule.start());
        }
        int headEnd = starts.isEmpty() ? source.text().length() : starts.get(0);
        PackageDescr head = parse(source.only(headEnd, 0, 0), new Syntax(source, flaws, 0, headEnd));
        Imports imports = head == null ? null : Imports.of(head, flaws);
        if (head != null) {
            file(head);
        }
        for (int i = 0; i < starts.size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : source.text().length();
            Matcher name = RULE.matcher(source.text()).region(from, to);
            flaws.in(name.find() ? name.group(3) : null);
            PackageDescr one = parse(source.only(0, from, to), new Syntax(source, flaws, from, to));
            if (one != null && imports != null) {
                one.getRules().forEach(each -> rule(each, one, imports));
            }
            flaws.in(null);
        }
    }

    /** @param syntax told what does not parse, or null where that is said later */
    private @Nullable PackageDescr parse(String text, @Nullable Syntax syntax) {
        DrlParser parser = new DrlParser();
        try {
            PackageDescr parsed = parser.parse(false, text);
            if (parsed != null && !parser.hasErrors()) {
                return parsed;
            }
            if (syntax != null) {
                syntax.explain(parser.getErrors());
            }
        } catch (DroolsParserException | RuntimeException e) {
            if (syntax != null) {
                syntax.explain(List.of());
            }
        }
        return null;
    }

    private void file(PackageDescr file) {
        new Headers(flaws).file(file);
        String expected = "rules" + (source.file().contains("/") ? "." : "")
                + source.file().replaceAll("/?[^/]*$", "").replace('/', '.');
        Matcher declared = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)").matcher(source.text());
        if (!file.getName().equals(expected)) {
            boolean there = declared.find();
            flaws.error(
                    there ? declared.start(1) : 0,
                    there ? declared.end(1) : 1,
                    there
                            ? "the package is " + file.getName() + ", and the folder says " + expected
                            : "the package is missing",
                    "Write: package " + expected);
        }
    }

    private void rule(RuleDescr rule, PackageDescr file, Imports imports) {
        flaws.in(rule.getName());
        int before = errors();
        name(rule);
        if (!rule.isRule()) {
            flaws.error(
                    rule.getStartCharacter(),
                    rule.getStartCharacter() + 1,
                    "a query: nobody asks it",
                    "Write a rule that derives a fact.");
            flaws.in(null);
            return;
        }
        Map<String, Said> said = new Headers(flaws).rule(rule, file);
        Scope scope = Scope.empty();
        Conditions conditions = new Conditions(flaws, imports);
        Clause all = conditions.read(rule.getLhs(), scope);
        if (conditions.patterns().isEmpty()) {
            flaws.error(
                    rule.getStartCharacter(),
                    rule.getStartCharacter() + "rule".length(),
                    "the rule has no condition",
                    "Say behind \"when\" which facts it is about.");
        }
        scope.bind("findings", Sort.of(Consequence.Findings.type()));
        Consequence consequence = new Consequence(flaws, imports, scope);
        List<Expr> statements = consequence(rule, consequence);
        Statements.check(said.get("statement"), scope, flaws);
        Statements.check(said.get("figure"), scope, flaws);
        rules.add(new ReadRule(
                rule.getName(),
                source,
                rule.getStartCharacter(),
                rule.getEndCharacter(),
                said,
                all,
                List.copyOf(conditions.patterns()),
                statements,
                List.copyOf(consequence.makes()),
                errors() == before));
        flaws.in(null);
    }

    private void name(RuleDescr rule) {
        if (!rule.getName().matches("[^\"\\\\\\p{Cntrl}]+")) {
            int at = rule.getStartCharacter();
            flaws.error(
                    at,
                    source.text().indexOf('\n', at),
                    "the rule's name has a quote or a \\ in it",
                    "Name it with letters, digits, blanks and punctuation.");
        }
    }

    private int errors() {
        return (int) flaws.all().stream().filter(Flaw::isError).count();
    }

    private List<Expr> consequence(RuleDescr rule, Consequence consequence) {
        String code = String.valueOf(rule.getConsequence());
        int after = source.text()
                .indexOf(
                        "then", Math.max(rule.getLhs().getEndCharacter(), source.offset(rule.getConsequenceLine(), 0)));
        int at = source.text().indexOf(code, Math.max(after, 0));
        if (code.isBlank() || at < 0) {
            int place = Math.max(after, rule.getStartCharacter());
            flaws.error(
                    place,
                    place + "then".length(),
                    "nothing follows from the rule",
                    "Report something: findings.report( drools, ... );");
            return List.of();
        }
        return consequence.read(at, at + code.length());
    }
}

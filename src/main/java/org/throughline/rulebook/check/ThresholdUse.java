package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Known;
import org.throughline.facts.derived.WordList;
import org.throughline.findings.Flaw;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.check.Expr.Text;
import org.throughline.rulebook.check.ReadRule.ReadCondition;
import org.throughline.rulebook.check.ReadRule.ReadPattern;

/** Thresholds, files and word lists that rules ask for by name. */
final class ThresholdUse {

    private static final String TABLE = "thresholds.csv";
    private static final Set<String> WORD_LISTS = Set.of("placeholders", "stopwords");

    /** Limits of the steps after the rules. */
    private static final Set<String> USED_ELSEWHERE = Set.of("observed-from-confidence", "collect-at-most");

    private final Map<String, Integer> lines;
    private final Set<String> used = new HashSet<>(USED_ELSEWHERE);

    private ThresholdUse(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /** @return what is wrong in the table; what is wrong in rules is added to theirs */
    static List<Flaw> check(List<ReadFile> files, RuleFiles texts, Map<String, Flaws> flaws) {
        String csv = texts.texts().getOrDefault(TABLE, "");
        ThresholdUse use = new ThresholdUse(lines(csv));
        Map<String, String> units = units(csv);
        for (ReadFile file : files) {
            Flaws own = flaws.get(file.file());
            file.rules().forEach(rule -> {
                use.rule(rule, own);
                new Units(units, own).check(rule);
            });
        }
        boolean sound = flaws.values().stream().allMatch(Flaws::isEmpty)
                && files.stream().allMatch(file -> file.flaws().stream().noneMatch(Flaw::isError));
        return sound ? use.unused(csv) : List.of();
    }

    private static Map<String, Integer> lines(String csv) {
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> all = csv.lines().toList();
        for (int i = 1; i < all.size(); i++) {
            String name = all.get(i).split(",", 2)[0].strip();
            if (!name.isEmpty()) {
                lines.put(name, i + 1);
            }
        }
        return lines;
    }

    private static Map<String, String> units(String csv) {
        Map<String, String> units = new HashMap<>();
        csv.lines().skip(1).map(line -> line.split(",", 4)).forEach(cells -> {
            if (cells.length > 2) {
                units.put(cells[0].strip(), cells[2].strip());
            }
        });
        return units;
    }

    /** The value of each threshold, as far as the table can be read. */
    static Map<String, BigDecimal> values(RuleFiles texts) {
        Map<String, BigDecimal> values = new HashMap<>();
        texts.texts()
                .getOrDefault(TABLE, "")
                .lines()
                .skip(1)
                .map(line -> line.split(",", 3))
                .forEach(cells -> {
                    if (cells.length > 1 && cells[1].strip().matches("-?\\d+(\\.\\d+)?")) {
                        values.put(cells[0].strip(), new BigDecimal(cells[1].strip()));
                    }
                });
        return values;
    }

    private void rule(ReadRule rule, Flaws flaws) {
        flaws.in(rule.name());
        for (ReadPattern pattern : rule.patterns()) {
            if (pattern.type() != null) {
                pattern.conditions().forEach(condition -> condition(pattern.type(), condition, flaws));
                if (pattern.type() == Threshold.class
                        && pattern.conditions().stream().noneMatch(it -> named(it) != null)) {
                    flaws.error(
                            pattern.from(),
                            pattern.from() + pattern.typeName().length(),
                            "a threshold without its name",
                            "Write Threshold( name == \"...\", $limit : value ).");
                }
            }
        }
    }

    private void condition(Class<?> type, ReadCondition condition, Flaws flaws) {
        Text name = named(condition);
        if (name == null) {
            return;
        }
        if (type == Threshold.class) {
            used.add(name.value());
            if (!lines.containsKey(name.value())) {
                flaws.error(
                        name,
                        "there is no threshold \"" + name.value() + "\"",
                        Near.to(name.value(), lines.keySet()).isEmpty()
                                ? "Add a line to " + TABLE + ": " + name.value() + ",value,unit,reason"
                                : Near.hint(name.value(), lines.keySet()));
            }
        } else if (type == Known.class) {
            new Columns(flaws).place(name);
        } else if (type == WordList.class && !WORD_LISTS.contains(name.value())) {
            flaws.error(name, "there is no word list \"" + name.value() + "\"", Near.hint(name.value(), WORD_LISTS));
        }
    }

    static @Nullable Text named(ReadCondition condition) {
        boolean name = condition.expr() instanceof Binary it
                && it.operator().equals("==")
                && it.left() instanceof Name field
                && field.name().equals("name");
        return name && ((Binary) condition.expr()).right() instanceof Text text ? text : null;
    }

    private List<Flaw> unused(String csv) {
        List<String> all = csv.lines().toList();
        List<Flaw> flaws = new ArrayList<>();
        lines.forEach((name, line) -> {
            if (!used.contains(name)) {
                flaws.add(new Flaw(
                        Flaw.Weight.WARNING,
                        TABLE,
                        line,
                        1,
                        name.length(),
                        null,
                        "no rule compares with the threshold \"" + name + "\"",
                        "Delete the line, or use it in a rule.",
                        all.get(line - 1)));
            }
        });
        return flaws;
    }
}

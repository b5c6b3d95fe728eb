package org.throughline.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.throughline.facts.Problem;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleHeader;

/** Whether each {@code @statement} can be filled: what the compiler does not see, for to it the sentence is a text like any other. */
final class StatementCheck {

    private final RuleBook book;
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private StatementCheck(RuleBook book) {
        this.book = book;
        gather(book.local());
        gather(book.across());
    }

    /** @throws RuleBookException with every statement that shows what its rule does not bind, or is not well formed */
    static void check(RuleBook book) {
        StatementCheck check = new StatementCheck(book);
        book.headers().values().stream()
                .sorted(java.util.Comparator.comparing(RuleHeader::rule))
                .forEach(check::check);
        if (!check.problems.isEmpty()) {
            throw new RuleBookException(check.problems);
        }
    }

    private void gather(KieBase base) {
        base.getKiePackages().stream()
                .flatMap(one -> one.getRules().stream())
                .filter(RuleImpl.class::isInstance)
                .map(RuleImpl.class::cast)
                .forEach(rule ->
                        variables.put(rule.getName(), rule.getDeclarations().keySet()));
    }

    private void check(RuleHeader header) {
        String statement = header.get("statement");
        if (statement == null) {
            return;
        }
        try {
            Set<String> bound = variables.getOrDefault(header.rule(), Set.of());
            List<String> unbound = new ArrayList<>(new Statement(statement).variables());
            unbound.removeAll(bound);
            if (!unbound.isEmpty()) {
                String known = String.join(", ", new TreeSet<>(bound));
                add(header, "@statement shows " + String.join(", ", unbound), "What the rule binds: " + known + ".");
            }
        } catch (IllegalArgumentException e) {
            add(header, e.getMessage(), "Places in braces, such as {$n use case}.");
        }
    }

    private void add(RuleHeader header, String found, String expected) {
        String rule = "rule \"" + header.rule() + "\"";
        String file = book.files().rules().texts().entrySet().stream()
                .filter(one -> one.getValue().contains(rule))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("rules");
        problems.add(RuleBookException.problem(
                file,
                line(book.files().text(file), rule),
                found + " in " + rule + ".",
                expected,
                "Correct the name in the statement, or bind it in the rule."));
    }

    private static @Nullable Integer line(@Nullable String text, String rule) {
        int at = text == null ? -1 : text.indexOf(rule);
        return at < 0 ? null : (int) text.substring(0, at).lines().count() + 1;
    }
}

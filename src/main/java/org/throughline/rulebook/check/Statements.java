package org.throughline.rulebook.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.rulebook.check.ReadRule.Said;

/**
 * Checks the places in a rule's sentence: {@code {$x}}, {@code {$x.name}}, {@code {$n use case}}, {@code {$n person|people}},
 * {@code {days since $x}}, {@code {$a % of $b}}.
 */
final class Statements {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern REFERENCE = Pattern.compile("(\\$\\w+)(?:\\.(\\w+))?");
    private static final Pattern FORM = Pattern.compile(
            "\\s*(?:days since )?\\$\\w+(?:\\.\\w+)?(?: % of \\$\\w+(?:\\.\\w+)?| [^{}$%|]+(?:\\|[^{}$%|]+)?)?\\s*");

    private Statements() {}

    /** The variables that a sentence shows, each once. */
    static List<String> variables(String statement) {
        return REFERENCE
                .matcher(statement)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static void check(@Nullable Said statement, Scope scope, Flaws flaws) {
        if (statement == null) {
            return;
        }
        String source = flaws.source().text();
        Matcher place = PLACE.matcher(source).region(statement.from(), statement.to());
        while (place.find()) {
            if (FORM.matcher(place.group(1)).matches()) {
                references(place.start(1), place.end(1), scope, flaws);
            } else {
                flaws.error(
                        place.start(),
                        place.end(),
                        "{" + place.group(1) + "} is no place for a value",
                        "Write {$x}, {$x.name}, {$n use case}, {days since $date} or {$part % of $whole}.");
            }
        }
        braces(source, statement, flaws);
    }

    /** Those that are left when all places are taken out. */
    private static void braces(String source, Said statement, Flaws flaws) {
        String left = PLACE.matcher(source.substring(statement.from(), statement.to()))
                .replaceAll(place -> " ".repeat(place.group().length()));
        for (int i = 0; i < left.length(); i++) {
            if (left.charAt(i) == '{' || left.charAt(i) == '}') {
                int at = statement.from() + i;
                boolean opens = left.charAt(i) == '{';
                flaws.error(
                        at,
                        at + 1,
                        opens ? "this { is not closed" : "this } closes nothing",
                        opens
                                ? "Put a } behind what is to be shown: {$x}, {days since $x}."
                                : "Delete it, or put a { before what is to be shown.");
                return;
            }
        }
    }

    private static void references(int from, int to, Scope scope, Flaws flaws) {
        Matcher reference = REFERENCE.matcher(flaws.source().text()).region(from, to);
        while (reference.find()) {
            Sort sort = scope.find(reference.group(1));
            if (sort == null) {
                List<String> near = Near.to(reference.group(1), scope.names());
                flaws.error(
                        reference.start(1),
                        reference.end(1),
                        "the statement shows " + reference.group(1) + ", and nothing is bound to it",
                        near.isEmpty()
                                ? "Bind it in a condition: " + reference.group(1) + " : ..."
                                : "Did you mean " + near.get(0) + "?");
            } else if (reference.group(2) != null) {
                field(reference, sort, flaws);
            }
        }
    }

    private static void field(Matcher reference, Sort sort, Flaws flaws) {
        Sort of = sort.kind() == Sort.Kind.LIST && sort.element() != null ? Sort.of(sort.element()) : sort;
        String name = reference.group(2);
        if (!of.isAny() && of.kind() != Sort.Kind.LIST && Members.field(of.type(), name) == null) {
            flaws.error(
                    reference.start(2),
                    reference.end(2),
                    Words.owner(of) + " has no field \"" + name + "\"",
                    Near.hint(name, Members.fields(of.type())));
        }
    }
}

package org.throughline.rulebook.check;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.derived.Adopted;
import org.throughline.facts.derived.Missing;

/** Checks the texts in a call that name columns and files: {@code unknown( "started_on" )}, {@code lacks( "decisions" )}. */
final class Columns {

    private static final Set<String> OF_FACT = Set.of("known", "absent", "unknown", "missing", "cell");
    private static final Set<String> OF_USE_CASE = Set.of("missing", "needs");
    private static final Set<String> ANYWHERE = Set.of("lacks", "lacking", "gaps", "none", "ofOrganisation");

    private final Flaws flaws;

    Columns(Flaws flaws) {
        this.flaws = flaws;
    }

    /** @param of type of what is asked, or the type whose function it is */
    void check(Class<?> of, String function, List<Expr> arguments, List<Sort> sorts) {
        Kind kind = kind(of);
        if (ANYWHERE.contains(function)) {
            if (!of.equals(Adopted.class) || !arguments.isEmpty()) {
                texts(arguments, null);
            }
        } else if (function.equals("of") && of == Missing.class && sorts.size() > 1) {
            texts(arguments, kind(sorts.get(1).type()));
        } else if (function.equals("column") && of == Adopted.class) {
            texts(arguments, Kind.ADOPTION);
        } else if (kind != null && OF_FACT.contains(function)) {
            texts(arguments, kind);
        } else if (!Fact.class.isAssignableFrom(of) && OF_USE_CASE.contains(function)) {
            texts(arguments, Kind.USE_CASE);
        }
    }

    /** Whether some file has such a column. */
    static boolean isColumn(String name) {
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.find(name) != null);
    }

    /** The table whose rows such facts are, or null. */
    static @Nullable Kind kind(Class<?> type) {
        if (!Fact.class.isAssignableFrom(type)) {
            return null;
        }
        String name = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    /** @param kind whose columns they are, or null where they name files, or columns with their files */
    private void texts(List<Expr> arguments, @Nullable Kind kind) {
        for (Expr argument : arguments) {
            if (argument instanceof Expr.Text text) {
                if (kind == null) {
                    place(text);
                } else if (kind.find(text.value()) == null) {
                    flaws.error(
                            text,
                            kind.table() + " has no column \"" + text.value() + "\"",
                            Near.hint(text.value(), names(kind)));
                }
            }
        }
    }

    /** A file, or {@code file.column}. */
    void place(Expr.Text text) {
        String[] parts = text.value().split("\\.", 2);
        Kind kind = Kind.ofTable(parts[0]);
        if (kind == null) {
            flaws.error(
                    text,
                    "there is no file \"" + parts[0] + "\" in an inventory",
                    Near.hint(
                            parts[0],
                            Arrays.stream(Kind.values()).map(Kind::table).toList()));
        } else if (parts.length > 1 && kind.find(parts[1]) == null) {
            flaws.error(text, kind.table() + " has no column \"" + parts[1] + "\"", Near.hint(parts[1], names(kind)));
        }
    }

    private static Set<String> names(Kind kind) {
        Set<String> names = new TreeSet<>();
        kind.attributes().stream().map(Attribute::name).forEach(names::add);
        return names;
    }
}

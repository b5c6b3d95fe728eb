package org.throughline.rulebook.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a condition or a consequence says. Positions are offsets in the file: {@code from} the first character, {@code to} after the last. */
sealed interface Expr {

    int from();

    int to();

    /** A field, a variable or a type. */
    record Name(int from, int to, String name) implements Expr {

        boolean isVariable() {
            return name.startsWith("$");
        }
    }

    record Text(int from, int to, String value) implements Expr {}

    record Amount(int from, int to, BigDecimal value, String written) implements Expr {}

    record Flag(int from, int to, boolean value) implements Expr {}

    record Null(int from, int to) implements Expr {}

    /** The fact of the pattern itself. */
    record This(int from, int to) implements Expr {}

    /** {@code of.name}. */
    record Field(int from, int to, Expr of, String name, int at) implements Expr {}

    /** {@code of.name(arguments)}, or {@code name(arguments)} of the pattern's fact. */
    record Call(int from, int to, @Nullable Expr of, String name, int at, List<Expr> arguments) implements Expr {}

    record New(int from, int to, String type, int at, List<Expr> arguments) implements Expr {}

    record Not(int from, int to, Expr of) implements Expr {}

    record Minus(int from, int to, Expr of) implements Expr {}

    /** A comparison, a sum, {@code &&} or {@code ||}; {@code operator} as it is written. */
    record Binary(int from, int to, Expr left, String operator, int at, Expr right) implements Expr {}

    /** {@code left in ( choices )}, or {@code not in}. */
    record In(int from, int to, Expr left, boolean negated, List<Expr> choices) implements Expr {}

    /** Directly below. */
    default List<Expr> parts() {
        if (this instanceof Field it) {
            return List.of(it.of());
        }
        if (this instanceof Call it) {
            return it.of() == null
                    ? it.arguments()
                    : Stream.concat(Stream.of(it.of()), it.arguments().stream()).toList();
        }
        if (this instanceof New it) {
            return it.arguments();
        }
        if (this instanceof Not it) {
            return List.of(it.of());
        }
        if (this instanceof Minus it) {
            return List.of(it.of());
        }
        if (this instanceof Binary it) {
            return List.of(it.left(), it.right());
        }
        return this instanceof In it
                ? Stream.concat(Stream.of(it.left()), it.choices().stream()).toList()
                : List.of();
    }

    /** This and all below it. */
    default Stream<Expr> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expr::all));
    }

    /** Names of all variables in it. */
    default Stream<String> variables() {
        return all().filter(it -> it instanceof Name name && name.isVariable()).map(it -> ((Name) it).name());
    }

    /** The parts of {@code a && b && c}, or this alone. */
    default Stream<Expr> conjuncts() {
        return this instanceof Binary it && it.operator().equals("&&")
                ? Stream.concat(it.left().conjuncts(), it.right().conjuncts())
                : Stream.of(this);
    }
}

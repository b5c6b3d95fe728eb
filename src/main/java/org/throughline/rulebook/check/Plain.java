package org.throughline.rulebook.check;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes expressions in one way, whatever blanks and names of variables they were written with. */
final class Plain {

    private Plain() {}

    static String text(Expr expr) {
        return text(expr, UnaryOperator.identity());
    }

    /** @param variables what is written for a variable */
    static String text(Expr expr, UnaryOperator<String> variables) {
        if (expr instanceof Expr.Name it) {
            return it.isVariable() ? variables.apply(it.name()) : it.name();
        } else if (expr instanceof Expr.Text it) {
            return "\"" + it.value() + "\"";
        } else if (expr instanceof Expr.Amount it) {
            return it.value().stripTrailingZeros().toPlainString();
        } else if (expr instanceof Expr.Flag it) {
            return String.valueOf(it.value());
        } else if (expr instanceof Expr.Null) {
            return "null";
        } else if (expr instanceof Expr.This) {
            return "this";
        } else if (expr instanceof Expr.Field it) {
            return it.of() instanceof Expr.This ? it.name() : text(it.of(), variables) + "." + it.name();
        } else if (expr instanceof Expr.Call it) {
            String of = it.of() == null || it.of() instanceof Expr.This ? "" : text(it.of(), variables) + ".";
            return of + it.name() + list(it.arguments(), variables);
        } else if (expr instanceof Expr.New it) {
            return "new " + it.type() + list(it.arguments(), variables);
        } else if (expr instanceof Expr.Not it) {
            return "!(" + text(it.of(), variables) + ")";
        } else if (expr instanceof Expr.Minus it) {
            return "-(" + text(it.of(), variables) + ")";
        } else if (expr instanceof Expr.In it) {
            return text(it.left(), variables) + (it.negated() ? " not in " : " in ") + list(it.choices(), variables);
        }
        Expr.Binary it = (Expr.Binary) expr;
        return "(" + text(it.left(), variables) + " " + it.operator() + " " + text(it.right(), variables) + ")";
    }

    private static String list(List<Expr> all, UnaryOperator<String> variables) {
        return all.stream().map(each -> text(each, variables)).collect(Collectors.joining(", ", "(", ")"));
    }
}

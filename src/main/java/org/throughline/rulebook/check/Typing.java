package org.throughline.rulebook.check;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Stake;
import org.throughline.rulebook.check.Expr.Binary;
import org.throughline.rulebook.check.Expr.Name;
import org.throughline.rulebook.safe.Allowed;

/** Works out what kind of value an expression has, and reports every name, value and call that is not there or not allowed. */
final class Typing {

    /** Fields of facts that stand for something else where a condition begins. */
    private static final Set<String> RESERVED = Set.of("unit", "when");

    private final Flaws flaws;
    private final Imports imports;
    private final Scope scope;
    private final @Nullable Sort self;
    private final Columns columns;
    private final Comparing comparing;
    private boolean joining;

    /** @param self the fact of the pattern, or null in a consequence */
    Typing(Flaws flaws, Imports imports, Scope scope, @Nullable Sort self) {
        this.flaws = flaws;
        this.imports = imports;
        this.scope = scope;
        this.self = self;
        this.columns = new Columns(flaws);
        this.comparing = new Comparing(flaws);
    }

    /** The same, saying nothing of what is wrong. */
    Typing quietly() {
        return new Typing(new Flaws(flaws.source()), imports, scope, self);
    }

    /** Its sort; {@link Sort#ANY} where it is faulty, which is reported. */
    Sort of(Expr expr) {
        if (expr instanceof Name it) {
            return name(it);
        } else if (expr instanceof Expr.Text) {
            return Sort.TEXT;
        } else if (expr instanceof Expr.Amount it) {
            return Sort.of(it.value().scale() > 0 ? BigDecimal.class : Integer.class);
        } else if (expr instanceof Expr.Flag) {
            return Sort.FLAG;
        } else if (expr instanceof Expr.Null) {
            return Sort.NULL;
        } else if (expr instanceof Expr.This it) {
            return self == null ? missingThis(it) : self;
        } else if (expr instanceof Expr.Field it) {
            return field(it);
        } else if (expr instanceof Expr.Call it) {
            return call(it);
        } else if (expr instanceof Expr.New it) {
            return created(it);
        } else if (expr instanceof Expr.Not it) {
            return flag(it.of());
        } else if (expr instanceof Expr.Minus it) {
            return comparing.number(it.of(), of(it.of()));
        } else if (expr instanceof Expr.In it) {
            return in(it);
        }
        return binary((Binary) expr);
    }

    private Sort missingThis(Expr.This it) {
        flaws.error(it, "there is no \"this\" in a consequence", "Bind the fact above, $x : ..., and use $x.");
        return Sort.ANY;
    }

    private Sort flag(Expr expr) {
        Sort sort = of(expr);
        if (!sort.isAny() && sort.kind() != Sort.Kind.FLAG) {
            flaws.error(
                    expr,
                    "this is " + sort.words() + ", and no condition",
                    "Compare it with something: == ..., > ..., != null.");
        }
        return Sort.FLAG;
    }

    private Sort binary(Binary it) {
        if (it.operator().equals("&&") || it.operator().equals("||")) {
            flag(it.left());
            flag(it.right());
            return Sort.FLAG;
        }
        Sort left = of(it.left());
        Sort right = against(left, it.right());
        return comparing.binary(it, left, right, joining);
    }

    private Sort in(Expr.In it) {
        Sort left = of(it.left());
        for (Expr choice : it.choices()) {
            comparing.equal(it.left(), left, choice, against(left, choice));
        }
        return Sort.FLAG;
    }

    /** A value of a choice without its type, beside something of that type, is told by what it should be. */
    private Sort against(Sort left, Expr right) {
        boolean bare = right instanceof Name name && !name.isVariable() && !isField(name.name());
        if (bare && left.kind() == Sort.Kind.CHOICE) {
            String name = ((Name) right).name();
            flaws.error(right, "\"" + name + "\" stands alone", "Write " + left.choice(name) + ".");
            return Sort.ANY;
        }
        return of(right);
    }

    private boolean isField(String name) {
        return self != null && Members.field(self.type(), name) != null;
    }

    private Sort name(Name it) {
        Sort bound = scope.find(it.name());
        if (bound != null) {
            return bound;
        }
        if (it.isVariable()) {
            flaws.error(it, "nothing is bound to " + it.name() + " here", variableHint(it.name()));
            return Sort.ANY;
        }
        if (self == null) {
            boolean column = Columns.isColumn(it.name());
            flaws.error(
                    it,
                    "nothing is called \"" + it.name() + "\" here",
                    column ? "A column is named in quotes: \"" + it.name() + "\"." : variableHint("$" + it.name()));
            return Sort.ANY;
        }
        if (RESERVED.contains(it.name())) {
            flaws.error(
                    it,
                    "the compiler takes \"" + it.name() + "\" for a word of its own",
                    "Bind it first, $" + it.name() + " : this." + it.name() + ", and compare that.");
            return Sort.ANY;
        }
        return self.isFaulty() ? Sort.ANY : field(it, self, it.name(), it.from());
    }

    private String variableHint(String name) {
        List<String> near = Near.to(name, scope.names());
        return near.isEmpty()
                ? "Bind it in a condition above: " + name + " : ..."
                : "Did you mean " + String.join(" or ", near) + "?";
    }

    private Sort field(Expr.Field it) {
        if (it.of() instanceof Name type && !type.isVariable() && !isField(type.name())) {
            Class<?> found = imports.type(type.name());
            if (found != null || Character.isUpperCase(type.name().charAt(0))) {
                return constant(it, type, found);
            }
        }
        Sort of = of(it.of());
        return of.isFaulty() ? Sort.ANY : field(it, of, it.name(), it.at());
    }

    private Sort constant(Expr.Field it, Name type, @Nullable Class<?> found) {
        if (found == null) {
            flaws.error(type, "there is nothing called \"" + type.name() + "\"", imports.hint(type.name()));
            return Sort.ANY;
        }
        Set<String> values = found.isEnum()
                ? Stream.of(found.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
        if (!values.contains(it.name())) {
            flaws.error(it.at(), it.to(), type.name() + " has no value " + it.name(), Near.hint(it.name(), values));
            return Sort.ANY;
        }
        return Sort.of(found);
    }

    private Sort field(Expr whole, Sort of, String name, int at) {
        Method method = Members.field(of.type(), name);
        if (method != null) {
            return Sort.result(method);
        }
        flaws.error(at, at + name.length(), Words.owner(of) + " has no field \"" + name + "\"", fieldHint(of, name));
        return Sort.ANY;
    }

    private String fieldHint(Sort of, String name) {
        String simple = name.replaceAll("_([a-z])", "_$1");
        if (imports.type(name) != null) {
            return "That is a type: compare the field that holds it, or bind one above.";
        }
        return Near.hint(simple, Members.fields(of.type()));
    }

    private Sort call(Expr.Call it) {
        if (it.of() instanceof Name type
                && !type.isVariable()
                && scope.find(type.name()) == null
                && !isField(type.name())) {
            return made(it, type);
        }
        Sort of = it.of() == null ? ownOf(it) : of(it.of());
        List<Sort> arguments = it.arguments().stream().map(this::of).toList();
        if (of.isFaulty()) {
            return Sort.ANY;
        }
        List<Method> functions = Members.functions(of.type(), it.name());
        if (functions.isEmpty()) {
            flaws.error(
                    it.at(),
                    it.at() + it.name().length(),
                    Words.owner(of) + " has no function \"" + it.name() + "\" that rules may call",
                    Near.hint(it.name(), Members.functionNames(of.type())));
            return Sort.ANY;
        }
        return result(it, of.type(), functions, arguments);
    }

    private Sort ownOf(Expr.Call it) {
        if (self != null) {
            return self;
        }
        flaws.error(
                it.at(),
                it.at() + it.name().length(),
                "\"" + it.name() + "\" is nothing that a consequence may do",
                "It may report (findings.report, findings.cannotJudge, findings.say) or derive (insertLogical).");
        return Sort.ANY;
    }

    /** A function of a type itself: {@code AsOf.before( ... )}. */
    private Sort made(Expr.Call it, Name type) {
        List<Sort> arguments = it.arguments().stream().map(this::of).toList();
        Class<?> found = imports.type(type.name());
        if (found == null) {
            flaws.error(
                    type,
                    "there is nothing called \"" + type.name() + "\" that rules may use",
                    scope.find("$" + type.name()) == null
                            ? imports.hint(type.name())
                            : "Did you mean $" + type.name() + "?");
            return Sort.ANY;
        }
        List<Method> functions = Members.ofType(found, it.name());
        if (functions.isEmpty()) {
            flaws.error(
                    it.at(),
                    it.at() + it.name().length(),
                    type.name() + " has no function \"" + it.name() + "\" of its own that rules may call",
                    "Only derived facts have such functions, such as AsOf.before( date, days ).");
            return Sort.ANY;
        }
        return result(it, found, functions, arguments);
    }

    private Sort result(Expr.Call it, Class<?> of, List<Method> functions, List<Sort> arguments) {
        for (Method function : functions) {
            if (Members.takes(function.getParameterTypes(), function.isVarArgs(), arguments)) {
                columns.check(of, it.name(), it.arguments(), arguments);
                return Sort.result(function);
            }
        }
        Method wanted = functions.get(0);
        flaws.error(
                it.at(),
                it.to(),
                it.name() + " is called with " + Words.list(arguments),
                "It takes " + Words.list(wanted.getParameterTypes(), wanted.isVarArgs()) + ".");
        return Sort.ANY;
    }

    private Sort created(Expr.New it) {
        Class<?> found = it.type().contains(".") ? null : imports.type(it.type());
        joining = found == Stake.class; // no rule reads it, so that its texts cannot grow from rule to rule
        List<Sort> arguments = it.arguments().stream().map(this::of).toList();
        joining = false;
        if (found == null || !Allowed.isMaker(found)) {
            flaws.error(
                    it.at(),
                    it.at() + it.type().length(),
                    "a rule may not make a " + it.type(),
                    found == null ? imports.hint(it.type()) : "It can make derived facts only.");
            return Sort.ANY;
        }
        boolean fits = Stream.of(found.getConstructors())
                .anyMatch(each -> Members.takes(each.getParameterTypes(), each.isVarArgs(), arguments));
        if (!fits) {
            flaws.error(
                    it,
                    "a " + it.type() + " cannot be made of " + Words.list(arguments),
                    "It is made of "
                            + Stream.of(found.getConstructors())
                                    .map(each -> Words.list(each.getParameterTypes(), each.isVarArgs()))
                                    .sorted()
                                    .collect(Collectors.joining("; or of "))
                            + ".");
        }
        return Sort.of(found);
    }
}

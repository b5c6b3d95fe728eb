package org.throughline.rulebook.safe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.throughline.advice.Stake;
import org.throughline.facts.Fact;
import org.throughline.facts.derived.Derived;
import org.throughline.findings.Threshold;

/** What rules may name. The same list, in words, is in {@code rules/README.md} ("What a rule may do"). */
public final class Allowed {

    public static final String FACTS = Fact.class.getPackageName();
    public static final String DERIVED = Derived.class.getPackageName();
    public static final String ENGINE = "org.throughline.engine";
    public static final String FUNCTIONS = ENGINE + ".functions";
    public static final String FINDINGS = ENGINE + ".Findings";

    /** Types that are imported one by one; all others come with {@link #FACTS} and {@link #DERIVED}. */
    public static final Set<String> TYPES = Set.of(
            Threshold.class.getName(),
            Stake.class.getName(),
            ENGINE + ".Reported",
            FUNCTIONS + ".Alike",
            BigDecimal.class.getName(),
            LocalDate.class.getName());

    /** Functions that summarise facts, besides those of {@link #FUNCTIONS}. */
    public static final Set<String> SUMMARIES =
            Set.of("count", "sum", "min", "max", "average", "collectList", "collectSet");

    /** What a consequence may say. */
    public static final Set<String> SAYINGS = Set.of("report", "reportOrganisation", "cannotJudge", "say");

    /** What a consequence may call of the findings to have an argument. */
    private static final String ABSENCE = "none";

    private static final Set<String> NEVER = Set.of(
            "getClass",
            "hashCode",
            "equals",
            "toString",
            "wait",
            "notify",
            "notifyAll",
            "compareTo",
            "describeConstable");

    /** Functions of Java's own types: none that fails on a value, grows without bound, or reaches anything else. */
    private static final Map<Class<?>, Set<String>> OF_JAVA = Map.of(
            BigDecimal.class,
            Set.of("add", "subtract", "multiply", "negate", "abs", "min", "max", "signum"),
            LocalDate.class,
            Set.of(
                    "plusDays",
                    "minusDays",
                    "plusWeeks",
                    "minusWeeks",
                    "plusMonths",
                    "minusMonths",
                    "plusYears",
                    "minusYears",
                    "isBefore",
                    "isAfter",
                    "isEqual",
                    "getYear",
                    "getMonthValue",
                    "getDayOfMonth"),
            String.class,
            Set.of(
                    "length",
                    "isEmpty",
                    "isBlank",
                    "startsWith",
                    "endsWith",
                    "contains",
                    "equalsIgnoreCase",
                    "toLowerCase",
                    "toUpperCase",
                    "strip",
                    "trim"),
            Collection.class,
            Set.of("size", "isEmpty", "contains"),
            Number.class,
            Set.of("intValue", "longValue"));

    private Allowed() {}

    /** Whether rules may import it. */
    public static boolean isImportable(String type) {
        int dot = type.lastIndexOf('.');
        String in = dot < 0 ? "" : type.substring(0, dot);
        return in.equals(FACTS) || in.equals(DERIVED) || TYPES.contains(type);
    }

    /** Whether a rule may call this function of such a value. */
    public static boolean isCallable(Class<?> type, String function) {
        if (NEVER.contains(function)) {
            return false;
        }
        if (type.getName().equals(FINDINGS)) {
            return function.equals(ABSENCE);
        }
        if (isOurs(type.getName())) {
            return true;
        }
        return OF_JAVA.entrySet().stream()
                .anyMatch(it ->
                        it.getKey().isAssignableFrom(type) && it.getValue().contains(function));
    }

    /** Whether rules may make such facts, by {@code new} or by the type's own functions. */
    public static boolean isMaker(Class<?> type) {
        return type.getPackageName().equals(DERIVED) || type == Stake.class;
    }

    /** A type of this program that rules may see values of. */
    static boolean isOurs(String type) {
        return type.startsWith(FACTS + ".") || isImportable(type) && type.startsWith("org.throughline.");
    }

    /** Names of all functions of Java's own types that rules may call. */
    static Set<String> ofJava() {
        return OF_JAVA.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Names of importable types, for hints. */
    public static List<String> single() {
        return TYPES.stream().sorted().toList();
    }
}

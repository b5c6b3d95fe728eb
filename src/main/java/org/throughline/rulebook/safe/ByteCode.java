package org.throughline.rulebook.safe;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;

/** What compiled rules refer to: what rules may name, and what Drools writes around it. */
final class ByteCode {

    static final Set<String> PARENTS = Set.of("java/lang/Object", "java/lang/Enum");
    static final Set<String> MAKERS =
            Set.of("java/lang/invoke/LambdaMetafactory", "java/lang/invoke/StringConcatFactory");

    private static final String RULES = "rules/";
    private static final String MODEL = "org/drools/model/";
    private static final String SUMMARIES = "org/drools/core/base/accumulators/";
    private static final String OURS = "org/throughline/";

    private static final Set<String> ROLES = Set.of(MODEL + "DomainClassMetadata", MODEL + "Model");

    /** Behind these names, Drools compiles and runs texts. */
    private static final Set<String> NEVER_OF_DROOLS = Set.of("executeScript", "getClass", "forName", "load");

    private static final Map<String, Set<String>> OF_JAVA = Map.ofEntries(
            entry("java/lang/Object", Set.of("<init>")),
            entry("java/lang/Enum", Set.of("<init>", "valueOf")),
            entry("java/lang/Boolean", Set.of("TYPE", "valueOf", "booleanValue", "TRUE", "FALSE")),
            entry("java/lang/Integer", Set.of("TYPE", "valueOf", "intValue")),
            entry("java/lang/Long", Set.of("TYPE", "valueOf", "longValue")),
            entry("java/lang/Double", Set.of("TYPE", "valueOf", "doubleValue")),
            entry("java/lang/Number", Set.of("intValue", "longValue", "doubleValue")),
            entry("java/lang/String", Set.of("equals", "hashCode", "valueOf")),
            entry("java/lang/RuntimeException", Set.of("<init>")),
            entry("java/lang/IllegalArgumentException", Set.of("<init>")),
            entry("java/lang/System", Set.of("arraycopy")),
            entry("java/math/BigDecimal", Set.of("<init>", "valueOf", "compareTo")),
            entry("java/time/LocalDate", Set.of("compareTo")),
            entry(
                    "java/time/format/DateTimeFormatterBuilder",
                    Set.of("<init>", "parseCaseInsensitive", "appendPattern", "toFormatter")),
            entry("java/util/ArrayList", Set.of("<init>")),
            entry("java/util/List", Set.of("add")),
            entry("java/util/Arrays", Set.of("asList")),
            entry("java/util/Collections", Set.of("emptyList")),
            entry("java/util/regex/Pattern", Set.of("compile", "matcher")),
            entry("java/util/regex/Matcher", Set.of("matches")),
            entry("java/util/Locale", Set.of("ENGLISH")));

    private static final Map<String, Set<String>> OF_DROOLS = Map.of(
            "org/drools/modelcompiler/dsl/pattern/D",
            Set.of(
                    "accFunction",
                    "accumulate",
                    "alphaIndexedBy",
                    "and",
                    "betaIndexedBy",
                    "declarationOf",
                    "eval",
                    "exists",
                    "from",
                    "globalOf",
                    "not",
                    "on",
                    "or",
                    "pattern",
                    "reactOn",
                    "rule",
                    "valueOf"),
            "org/drools/core/rule/consequence/KnowledgeHelper",
            Set.of("insertLogical"),
            "org/drools/modelcompiler/consequence/DroolsImpl",
            Set.of("asKnowledgeHelper"),
            "org/drools/util/DateUtils",
            Set.of("getDateFormatMask"));

    private static final Map<String, Class<?>> VALUES = Map.of(
            "java/math/BigDecimal", BigDecimal.class,
            "java/time/LocalDate", LocalDate.class,
            "java/lang/String", String.class,
            "java/util/List", List.class,
            "java/util/Set", Set.class,
            "java/util/Collection", Collection.class,
            "java/lang/Number", Number.class,
            "java/lang/Integer", Integer.class,
            "java/lang/Long", Long.class);

    private static final Set<String> NAMEABLE =
            Set.of("java/lang/Boolean", "java/lang/Object", "java/lang/Double", "java/lang/Comparable");

    private ByteCode() {}

    static boolean isRule(String name) {
        return name.startsWith(RULES);
    }

    /** Whether a compiled rule may be of that kind. */
    static boolean isRoleOfRule(String name) {
        return ROLES.contains(name) || name.startsWith(MODEL + "functions/");
    }

    /** Whether a compiled rule may call or read this. */
    static boolean isAllowed(String owner, String name) {
        if (isRule(owner)) {
            return true;
        }
        if (owner.startsWith(OURS)) {
            return isOurs(owner.replace('/', '.'), name);
        }
        Class<?> value = VALUES.get(owner);
        return value != null && Allowed.isCallable(value, name)
                || OF_JAVA.getOrDefault(owner, Set.of()).contains(name)
                || isOfDrools(owner, name);
    }

    private static boolean isOurs(String type, String name) {
        if (type.equals(Allowed.FINDINGS)) {
            return Allowed.SAYINGS.contains(name) || name.equals("none");
        }
        boolean summary = type.startsWith(Allowed.FUNCTIONS + ".") && name.equals("<init>");
        return summary || Allowed.isOurs(type) && !name.equals("getClass");
    }

    private static boolean isOfDrools(String owner, String name) {
        if (NEVER_OF_DROOLS.contains(name) || owner.contains("Script")) {
            return false;
        }
        return OF_DROOLS.getOrDefault(owner, Set.of()).contains(name)
                || owner.startsWith(MODEL)
                || owner.equals("org/drools/modelcompiler/util/EvaluationUtil")
                || owner.startsWith(SUMMARIES) && name.equals("<init>");
    }

    /** Whether it may stand in a compiled rule as the type of something. */
    static boolean isNameable(Type type) {
        if (type.getSort() != Type.OBJECT) {
            return type.getSort() < Type.ARRAY;
        }
        String name = type.getInternalName();
        boolean ours = name.startsWith(OURS)
                && (Allowed.isOurs(type.getClassName()) || type.getClassName().equals(Allowed.FINDINGS));
        return isRule(name) || ours || VALUES.containsKey(name) || NAMEABLE.contains(name);
    }
}

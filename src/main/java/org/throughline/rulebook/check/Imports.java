package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.drl.ast.descr.AccumulateImportDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;
import org.throughline.rulebook.safe.Allowed;

/** What the names in one file stand for. */
final class Imports {

    private static final String GLOBAL = "global " + Allowed.FINDINGS + " findings";
    private static final List<String> SHELVES = List.of(Allowed.FACTS, Allowed.DERIVED);

    private final Flaws flaws;
    private final List<String> packages = new ArrayList<>();
    private final Map<String, Class<?>> types = new HashMap<>(Map.of("String", String.class, "Number", Number.class));
    private final Map<String, Class<?>> functions = new HashMap<>();
    private boolean findings;

    private Imports(Flaws flaws) {
        this.flaws = flaws;
    }

    static Imports of(PackageDescr file, Flaws flaws) {
        Imports imports = new Imports(flaws);
        file.getImports().forEach(imports::type);
        file.getAccumulateImports().forEach(imports::function);
        file.getGlobals().forEach(imports::global);
        file.getFunctionImports()
                .forEach(it -> flaws.error(
                        it.getStartCharacter(),
                        it.getEndCharacter(),
                        "rules import no functions of Java",
                        "Delete the line; \"What a rule may do\" in rules/README.md lists what there is."));
        return imports;
    }

    private void type(ImportDescr given) {
        String name = given.getTarget();
        int from = given.getStartCharacter();
        if (name.endsWith(".*") && SHELVES.contains(name.substring(0, name.length() - 2))) {
            packages.add(name.substring(0, name.length() - 2));
            return;
        }
        Class<?> found = Allowed.isImportable(name) ? load(name) : null;
        if (found != null) {
            types.put(found.getSimpleName(), found);
            return;
        }
        flaws.error(
                from,
                given.getEndCharacter(),
                "rules may not import " + name,
                "Import " + String.join(".*, ", SHELVES) + ".* or one of " + String.join(", ", Allowed.single()) + ".");
    }

    private void function(AccumulateImportDescr given) {
        Class<?> found = given.getTarget().startsWith(Allowed.FUNCTIONS + ".") ? load(given.getTarget()) : null;
        if (found != null && AccumulateFunction.class.isAssignableFrom(found)) {
            functions.put(given.getFunctionName(), found);
            return;
        }
        flaws.error(
                given.getStartCharacter(),
                given.getEndCharacter(),
                "there is no summary " + given.getTarget() + " that rules may import",
                "Import one of " + Allowed.FUNCTIONS + ", such as AmountsFunction amounts.");
    }

    private void global(GlobalDescr given) {
        findings = given.getType().equals(Allowed.FINDINGS)
                && given.getIdentifier().equals("findings");
        if (!findings) {
            flaws.error(
                    given.getStartCharacter(),
                    given.getEndCharacter(),
                    "rules have one global only: findings",
                    "Write: " + GLOBAL);
        }
    }

    /** Whether consequences can report. */
    boolean hasFindings() {
        return findings;
    }

    static String globalLine() {
        return GLOBAL;
    }

    /** The type of a short name, or null. */
    @Nullable
    Class<?> type(String name) {
        Class<?> imported = types.get(name);
        for (int i = 0; imported == null && i < packages.size(); i++) {
            imported = load(packages.get(i) + "." + name);
        }
        return imported;
    }

    /** The summary of that name that the file imports, or null. */
    @Nullable
    Class<?> function(String name) {
        return functions.get(name);
    }

    /** What to do about a type that is not there. */
    String hint(String name) {
        for (String each : Allowed.TYPES) {
            if (each.endsWith("." + name)) {
                return "Add at the top: import " + each;
            }
        }
        for (String each : SHELVES) {
            if (load(each + "." + name) != null) {
                return "Add at the top: import " + each + ".*";
            }
        }
        Set<String> names = new TreeSet<>(types.keySet());
        SHELVES.forEach(shelf -> names.addAll(Shelf.names(shelf)));
        List<String> near = Near.to(name, names);
        return near.isEmpty()
                ? "rules/README.md lists the facts, and what is derived from them."
                : "Did you mean " + String.join(" or ", near) + "?";
    }

    private static @Nullable Class<?> load(String name) {
        try {
            Class<?> found = Class.forName(name, false, Imports.class.getClassLoader());
            return java.lang.reflect.Modifier.isPublic(found.getModifiers()) ? found : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}

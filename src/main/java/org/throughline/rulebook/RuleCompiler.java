package org.throughline.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.throughline.facts.Problem;

/** Rule files to classes, by Drools' executable model: strict in types, and loadable without a compiler. */
final class RuleCompiler {

    /** What else is compiled is of no use here: a description of the project. */
    private static final String RULES = "rules/";

    private static final String ROOT = "src/main/resources/rules/";

    /** The folder and package of rules that are compiled as one. */
    private static final String TOGETHER = "shipped";

    private RuleCompiler() {}

    /** @throws RuleBookException with all that the compiler has to say */
    static CompiledRules compile(RuleFiles rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        rules.texts().forEach((path, text) -> files.write(ROOT + path, text));
        return compile(services, files, rules.digest());
    }

    private static CompiledRules compile(KieServices services, KieFileSystem files, String digest) {
        KieBuilder builder = built(services.newKieBuilder(files, RuleCompiler.class.getClassLoader()));
        List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RuleBookException(
                    errors.stream().map(RuleCompiler::problem).toList());
        }
        return classesOf((InternalKieModule) builder.getKieModule(), digest);
    }

    /**
     * All files as one package, in which what several of them say is compiled once.
     *
     * @throws RuleBookException with all that the compiler has to say
     */
    static CompiledRules compileTogether(RuleFiles rules) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        rules.texts()
                .forEach((path, text) -> files.write(
                        ROOT + TOGETHER + "/" + path.replace('/', '-'),
                        EditedRules.inPackage(text, RULES.replace('/', '.') + TOGETHER)));
        return compile(services, files, rules.digest());
    }

    /**
     * Each file by itself, though the compiler runs once: in a package of its own, so that no class is shared.
     *
     * @return what was made of each text
     * @throws RuleBookException with all that the compiler has to say, and not always with the file
     */
    static Map<String, CompiledRules> compileEach(Collection<String> texts) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        Map<String, String> packages = new LinkedHashMap<>();
        texts.forEach(text -> packages.put(text, EditedRules.packageOf(text)));
        packages.forEach((text, name) ->
                files.write(ROOT + name + "/edited.drl", EditedRules.inPackage(text, RULES.replace('/', '.') + name)));
        CompiledRules all = compile(services, files, "");
        Map<String, CompiledRules> each = new HashMap<>();
        packages.forEach((text, name) -> each.put(text, all.in(RULES + name + "/")));
        return each;
    }

    /** The compiler of conditions throws what it cannot parse. */
    private static KieBuilder built(KieBuilder builder) {
        try {
            return builder.buildAll(ExecutableModelProject.class);
        } catch (RuntimeException e) {
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new RuleBookException(List.of(RuleBookException.problem(
                    "rules",
                    null,
                    "The compiler fails: " + first,
                    "Rules that compile.",
                    "Take the last change back.")));
        }
    }

    private static CompiledRules classesOf(InternalKieModule module, String digest) {
        Map<String, byte[]> classes = new HashMap<>();
        List<String> models = new ArrayList<>();
        for (String name : module.getFileNames()) {
            if (name.startsWith(RULES) && name.endsWith(".class")) {
                classes.put(name.substring(0, name.length() - ".class".length()), module.getBytes(name));
            } else if (name.endsWith("/drools-model")) {
                models.addAll(modelNames(new String(module.getBytes(name), StandardCharsets.UTF_8)));
            }
        }
        models.sort(null);
        return new CompiledRules(digest, classes, models);
    }

    private static List<String> modelNames(String listing) {
        return listing.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Drools-Model-Version"))
                .toList();
    }

    private static Problem problem(Message message) {
        String path = message.getPath() == null ? "" : message.getPath();
        String file = path.startsWith(ROOT) ? path.substring(ROOT.length()) : path.replaceFirst("^rules/", "");
        Integer line = message.getLine() > 0 ? message.getLine() : null;
        return RuleBookException.problem(
                file.isEmpty() ? "rules" : file,
                line,
                message.getText(),
                "a rule that compiles",
                "Mend the line, or put back the last version of the file.");
    }
}

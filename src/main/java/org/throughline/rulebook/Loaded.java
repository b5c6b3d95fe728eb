package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** Compiled rules, ready to fire. */
record Loaded(KieBase base, Map<String, RuleHeader> headers) {

    /**
     * Loads those rules that belong.
     *
     * @param layers of rules by their names, see {@link Layers}
     */
    static Loaded of(CompiledRules compiled, Predicate<Rule> belongs, Map<String, Integer> layers) {
        ClassLoader loader = compiled.loader();
        OnePackage rules = new OnePackage(models(compiled, loader), belongs, layers);
        Map<String, RuleHeader> headers = new HashMap<>();
        for (Rule rule : rules.getRules()) {
            headers.put(rule.getName(), RuleHeader.of(rule.getName(), rule.getMetaData()));
        }
        KieBase base =
                KieBaseBuilder.createKieBaseFromModel(rules, KieServices.get().newKieBaseConfiguration(null, loader));
        return new Loaded(base, headers);
    }

    private static List<Model> models(CompiledRules compiled, ClassLoader loader) {
        List<Model> models = new ArrayList<>();
        for (String name : compiled.models()) {
            try {
                models.add((Model) loader.loadClass(name).getConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("compiled rules of another version of this program: " + name, e);
            }
        }
        return models;
    }
}

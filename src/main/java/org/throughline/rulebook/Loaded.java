package org.throughline.rulebook;

import java.util.HashMap;
import java.util.Map;
import org.drools.model.Rule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;

/** Compiled rules, ready to fire. */
record Loaded(KieBase base, Map<String, RuleHeader> headers) {

    static Loaded of(OnePackage rules) {
        Map<String, RuleHeader> headers = new HashMap<>();
        for (Rule rule : rules.getRules()) {
            headers.put(rule.getName(), RuleHeader.of(rule.getName(), rule.getMetaData()));
        }
        ClassLoader loader = Loaded.class.getClassLoader();
        KieBase base =
                KieBaseBuilder.createKieBaseFromModel(rules, KieServices.get().newKieBaseConfiguration(null, loader));
        return new Loaded(base, headers);
    }
}

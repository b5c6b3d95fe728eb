package org.throughline.rulebook;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Rule;

/**
 * What a rule book is put together from.
 *
 * @param layers in which order rules are best tried, see {@link Layers}
 * @param shipped rules that were compiled with the program
 * @param unchanged which of them are still there
 * @param edited rule files that were not
 */
record Parts(Map<String, Integer> layers, Shipped.Carried shipped, Predicate<Rule> unchanged, List<Models> edited) {

    Loaded local() {
        return Loaded.of(together(RuleBook::isLocal));
    }

    Loaded across() {
        return Loaded.of(together(RuleBook::isAcross));
    }

    private OnePackage together(Predicate<Rule> belongs) {
        OnePackage rules = new OnePackage(layers);
        shipped.models().get().forEach(model -> rules.add(model, belongs.and(unchanged)));
        edited.forEach(file -> file.get().forEach(model -> rules.add(model, belongs)));
        return rules;
    }
}

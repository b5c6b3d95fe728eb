package org.throughline.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.drools.model.Consequence;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.model.View;
import org.jspecify.annotations.Nullable;

/**
 * All packages of a rule book as one. Drools 10.2 adds every package but the largest rule by rule, and an accumulate in a network that is
 * then split misses its first fact, in silence (apache/incubator-kie issue 7109); a single package is built at once. The folders of the
 * rules keep their meaning for people: rule names are unique over all files.
 *
 * <p>What is read is worked out before what reads it, so that nothing has to be taken back: a matter of speed alone.
 */
final class OnePackage implements Model {

    private static final String NAME = "rules";

    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Global> globals = new LinkedHashMap<>();
    private final List<TypeMetaData> types = new ArrayList<>();

    private final Map<String, Integer> layers;

    /** @param layers of rules by their names, see {@link Layers} */
    OnePackage(Map<String, Integer> layers) {
        this.layers = layers;
    }

    void add(Model each, Predicate<Rule> belongs) {
        each.getRules().stream()
                .filter(belongs)
                .map(rule -> new InOnePackage(rule, layers.getOrDefault(rule.getName(), 0)))
                .forEach(rules::add);
        each.getGlobals().forEach(global -> globals.put(global.getName(), new OneGlobal(global)));
        types.addAll(each.getTypeMetaDatas());
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getPackageName() {
        return NAME;
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public List<Global> getGlobals() {
        return List.copyOf(globals.values());
    }

    @Override
    public List<Query> getQueries() {
        return List.of();
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return types;
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return List.of();
    }

    /** A global of the one package. */
    @SuppressWarnings("rawtypes")
    private record OneGlobal(Global whole) implements Global {

        @Override
        public String getPackage() {
            return NAME;
        }

        @Override
        public String getName() {
            return whole.getName();
        }

        @Override
        public Class getType() {
            return whole.getType();
        }
    }

    /** A rule of the one package. */
    private record InOnePackage(Rule whole, int layer) implements Rule {

        @Override
        public String getPackage() {
            return NAME;
        }

        @Override
        public String getName() {
            return whole.getName();
        }

        @Override
        public View getView() {
            return whole.getView();
        }

        @Override
        public Consequence getDefaultConsequence() {
            return whole.getDefaultConsequence();
        }

        @Override
        public Map<String, Consequence> getConsequences() {
            return whole.getConsequences();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getAttribute(Attribute<T> attribute) {
            return attribute == Attribute.SALIENCE ? (T) Integer.valueOf(-layer) : whole.getAttribute(attribute);
        }

        @Override
        public Map<String, Object> getMetaData() {
            return whole.getMetaData();
        }

        @Override
        public @Nullable Object getMetaData(String key) {
            return whole.getMetaData(key);
        }

        @Override
        public String getUnit() {
            return whole.getUnit();
        }
    }
}

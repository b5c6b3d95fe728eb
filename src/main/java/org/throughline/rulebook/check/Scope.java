package org.throughline.rulebook.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that are bound at a place in a rule; an inner scope sees those of the outer one. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Sort> variables = new HashMap<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    static Scope empty() {
        return new Scope(null);
    }

    Scope inner() {
        return new Scope(this);
    }

    void bind(String name, Sort sort) {
        variables.put(name, sort);
    }

    @Nullable
    Sort find(String name) {
        Sort own = variables.get(name);
        return own != null || outer == null ? own : outer.find(name);
    }

    boolean isOwn(String name) {
        return variables.containsKey(name);
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(variables.keySet());
        if (outer != null) {
            names.addAll(outer.names());
        }
        return names;
    }
}

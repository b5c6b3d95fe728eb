package org.throughline.rulebook;

import java.util.List;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/** Compiled rules as Drools' descriptions of them, loaded when first needed and once: many rule books may have them in common. */
final class Models {

    private @Nullable Supplier<List<Model>> source;
    private List<Model> loaded = List.of();

    Models(CompiledRules compiled) {
        this.source = compiled::load;
    }

    synchronized List<Model> get() {
        if (source != null) {
            loaded = source.get();
            source = null; // the bytes are of no use any more
        }
        return loaded;
    }
}

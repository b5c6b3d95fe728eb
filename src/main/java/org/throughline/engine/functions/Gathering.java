package org.throughline.engine.functions;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * An accumulate function that keeps what it is given and summarises it at the end, so that any value can be taken back again when a fact
 * changes.
 *
 * @param <V> what it is given
 */
abstract class Gathering<V> implements AccumulateFunction<Gathering.Values> {

    /** The values so far, null for unknown ones. */
    public static final class Values implements Serializable {
        final List<@Nullable Object> all = new ArrayList<>();
    }

    private final Class<?> resultType;

    Gathering(Class<?> resultType) {
        this.resultType = resultType;
    }

    /** The summary of all values; their order is of no account. */
    abstract Object summary(List<@Nullable V> values);

    @Override
    public final Values createContext() {
        return new Values();
    }

    @Override
    public final void init(Values context) {
        context.all.clear();
    }

    @Override
    public final void accumulate(Values context, Object value) {
        context.all.add(value);
    }

    @Override
    public final void reverse(Values context, Object value) {
        context.all.remove(value);
    }

    @Override
    @SuppressWarnings("unchecked")
    public final Object getResult(Values context) {
        return summary((List<@Nullable V>) (List<?>) context.all);
    }

    @Override
    public final boolean supportsReverse() {
        return true;
    }

    @Override
    public final Class<?> getResultType() {
        return resultType;
    }

    @Override
    public final void writeExternal(ObjectOutput out) {
        // no state
    }

    @Override
    public final void readExternal(ObjectInput in) {
        // no state
    }
}

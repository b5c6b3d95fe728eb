package org.throughline.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.kie.api.runtime.rule.FactHandle;
import org.throughline.facts.derived.Carried;

/** Something that a part carried into the session across the organisation. */
record Held(Carried carried, FactHandle handle) {

    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    /** Whether the other says the same, so that this may stay in its place. Some are equal already if they are about the same. */
    boolean saysThe(Carried other) {
        if (carried.getClass() != other.getClass() || !carried.equals(other)) {
            return false;
        }
        for (Method component : COMPONENTS.get(carried.getClass())) {
            if (!Objects.equals(value(component, carried), value(component, other))) {
                return false;
            }
        }
        return true;
    }

    private static Object value(Method component, Carried of) {
        try {
            return component.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}

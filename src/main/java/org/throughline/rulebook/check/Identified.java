package org.throughline.rulebook.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.UseCase;

/** Which kind of fact a text is the id of: a workflow's id is never a team's, though both are texts. */
final class Identified {

    private Identified() {}

    /** The kind of fact, or null where it is no id, or of several kinds. */
    static @Nullable Kind by(Method field) {
        if (field.getReturnType() != String.class) {
            return null;
        }
        Kind own = kind(field.getDeclaringClass().getSimpleName());
        if (own != null && Fact.class.isAssignableFrom(field.getDeclaringClass())) {
            Attribute attribute = own.find(snake(field.getName()));
            boolean id = field.getName().equals("id");
            return id ? own : attribute == null ? null : attribute.refersTo();
        }
        String name = field.getName();
        if (name.equals("id")) {
            return isAboutUseCase(field.getDeclaringClass()) ? Kind.USE_CASE : null;
        }
        return name.endsWith("Id") ? kind(name.substring(0, name.length() - 2)) : null;
    }

    /** Such as an active or a live one. */
    private static boolean isAboutUseCase(Class<?> derived) {
        return Arrays.stream(derived.getMethods()).anyMatch(it -> it.getReturnType() == UseCase.class);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Kind kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(snake(name)))
                .findFirst()
                .orElse(null);
    }
}

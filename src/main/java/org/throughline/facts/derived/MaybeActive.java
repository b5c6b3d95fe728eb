package org.throughline.facts.derived;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.UseCase;

/** A use case that is active, or of which nobody can tell because its stage is not known: what a count can come to at most. */
public interface MaybeActive {

    UseCase useCase();

    String id();

    @Nullable
    String teamId();

    @Nullable
    String workflowId();

    @Nullable
    LocalDate startedOn();

    /** True if it is active, false if nobody can tell. */
    boolean sure();

    /** True if it was taken as not declared the standard, because nobody knows. */
    boolean assumed();

    /** Which of these attributes are unknown, and the stage where that is. */
    default Missing needs(String... attributes) {
        String[] all = Arrays.copyOf(attributes, attributes.length + 1);
        all[attributes.length] = "stage";
        return useCase().missing(all);
    }

    /** This use case as one that cannot be judged without these files and columns, and without the stage where that is unknown. */
    default Missing lacks(String... names) {
        return new Missing(
                id(), Stream.concat(needs().names().stream(), Stream.of(names)).toList());
    }
}

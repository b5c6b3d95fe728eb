package org.throughline.api.jobs;

import java.util.function.IntConsumer;
import org.throughline.store.Jobs.Turn;

/** A kind of work that is done later. One instance does all jobs of the kind, on several threads. */
public interface JobKind {

    /** As clients see it: {@code advice}. */
    String name();

    /**
     * Does one.
     *
     * @param turn with what was sent, by whichever replica
     * @param percent told how much is done, from 0 to 100
     * @return JSON
     */
    byte[] answer(Turn turn, IntConsumer percent);
}

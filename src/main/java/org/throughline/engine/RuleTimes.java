package org.throughline.engine;

/** Whoever wants to know how often rules fire, and how long they work. */
@FunctionalInterface
public interface RuleTimes {

    /** Nobody does, and nothing is measured. */
    RuleTimes NOBODY = (rule, firings, nanos) -> {};

    /**
     * A rule worked in one session.
     *
     * @param firings how often it fired
     * @param nanos on its conditions from the first that looks at more than one fact on, shared ones in equal parts, and on what it does
     *     when it fires
     */
    void worked(String rule, long firings, long nanos);
}

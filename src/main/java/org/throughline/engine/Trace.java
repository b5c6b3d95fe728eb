package org.throughline.engine;

import org.kie.api.runtime.KieSession;

/** Watches sessions from their beginning to the end of their firing, on whatever threads they fire; it changes nothing in them. */
interface Trace {

    Trace NONE = new Trace() {};

    /** Before anything is inserted. */
    default void begin(KieSession session) {}

    /** When all rules fired, before the session is given back. */
    default void end(KieSession session) {}

    /** When the session is given back, whether its rules fired to the end or not. */
    default void close() {}
}

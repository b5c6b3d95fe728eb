package org.throughline.bench;

/** A part of the benchmark that can be asked for by its name, with the rows that it adds to the table and the limits that hold there. */
interface Part {

    String name();

    /** Whether its figures mean something only where rules and hand-written Java find the same, which is checked before. */
    default boolean comparesFindings() {
        return false;
    }

    void measure(Table table, Harness harness) throws Exception;
}

package org.throughline.intake;

/** A cell that could not be read: its value is unknown. */
record Refused(String found, String expected, String fix) {}

package org.throughline.intake;

import java.util.Set;
import org.throughline.facts.Attribute;

/** A column feeds its attribute only in rows where another attribute has one of these values: a date is a start for some stages. */
record Condition(Attribute attribute, Set<Object> values) {}

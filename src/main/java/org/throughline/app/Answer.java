package org.throughline.app;

import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;

/**
 * Advice with the facts it is about.
 *
 * @param advice with the problems that the import met
 */
public record Answer(Portfolio portfolio, Advice advice) {}

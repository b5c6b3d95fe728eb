package org.throughline.portfolio;

import org.throughline.advice.Recommendation;
import org.throughline.history.Handling;
import org.throughline.history.State;

/**
 * A recommendation with what people made of it.
 *
 * @param id the same over time, also where what it is about is called otherwise now
 * @param recommendation as the advice on the snapshot has it
 * @param handling in the version that is there now
 * @param state what holds today: what was declined or snoozed until a day is open from then on
 * @param hidden whether it is left out of the ranking; never out of the score
 */
public record Followed(String id, Recommendation recommendation, Handling handling, State state, boolean hidden) {}

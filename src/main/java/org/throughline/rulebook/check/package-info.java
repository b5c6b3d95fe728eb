/**
 * What is wrong with rule files, and what in them is not allowed, found by reading them: nothing of theirs is compiled or run.
 *
 * <p>Drools' own parser gives the structure, with positions. Expressions and consequences are read here: the expression parser that comes
 * with Drools gives no positions, and drops without a word what follows an expression that it understands. What a rule may do is a small
 * part of Java, and whatever is not in that part is refused.
 */
@NullMarked
package org.throughline.rulebook.check;

import org.jspecify.annotations.NullMarked;

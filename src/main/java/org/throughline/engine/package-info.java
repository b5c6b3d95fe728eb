/** Rule book and facts to findings, findings to ranked recommendations. With {@code rulebook} the only user of Drools. */
@NullMarked
package org.throughline.engine;

import org.jspecify.annotations.NullMarked;

package org.throughline.engine.recommending;

import java.math.BigDecimal;

/**
 * What a kind of recommendation costs.
 *
 * @param size S, M, L, XL
 * @param days person-days
 */
record Effort(String size, BigDecimal days) {}

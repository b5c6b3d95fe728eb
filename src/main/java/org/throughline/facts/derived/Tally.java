package org.throughline.facts.derived;

import java.math.BigDecimal;

/**
 * What a part of the organisation adds to a figure of the whole: counted or summed where its facts are, added up across.
 *
 * @param name of the figure: {@code stage pilot}
 */
public record Tally(String name, BigDecimal amount) implements Carried {

    public Tally(String name, Number amount) {
        this(name, new BigDecimal(amount.toString()));
    }
}

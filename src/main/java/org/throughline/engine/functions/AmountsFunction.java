package org.throughline.engine.functions;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Amounts;

/** {@code amounts($hours)}: sum, least, largest and count of amounts, some of which may be unknown. */
public final class AmountsFunction extends Gathering<BigDecimal> {

    public AmountsFunction() {
        super(Amounts.class);
    }

    @Override
    Amounts summary(List<@Nullable BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal least = null;
        BigDecimal largest = null;
        int unknown = 0;
        for (BigDecimal value : values) {
            if (value == null) {
                unknown++;
            } else {
                sum = sum.add(value);
                least = least == null ? value : least.min(value);
                largest = largest == null ? value : largest.max(value);
            }
        }
        return new Amounts(sum, least, largest, values.size(), unknown);
    }
}

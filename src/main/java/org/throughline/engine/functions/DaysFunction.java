package org.throughline.engine.functions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.derived.Days;

/** {@code days($date)}: the earliest and the latest of dates, some of which may be unknown. */
public final class DaysFunction extends Gathering<LocalDate> {

    public DaysFunction() {
        super(Days.class);
    }

    @Override
    Days summary(List<@Nullable LocalDate> values) {
        LocalDate earliest = null;
        LocalDate latest = null;
        for (LocalDate value : values) {
            if (value != null) {
                earliest = earliest == null || value.isBefore(earliest) ? value : earliest;
                latest = latest == null || value.isAfter(latest) ? value : latest;
            }
        }
        return new Days(earliest, latest, values.size());
    }
}

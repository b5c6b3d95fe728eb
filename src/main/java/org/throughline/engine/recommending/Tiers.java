package org.throughline.engine.recommending;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.throughline.advice.Tier;
import org.throughline.findings.Severity;
import org.throughline.rulebook.Tables;

/**
 * {@code rules/tiers.csv}: severity, spread and basis to a tier. More of any of the three never gives a worse tier, else one more finding
 * could lower its recommendation: a table that says otherwise is refused.
 */
final class Tiers {

    static final String FILE = "tiers.csv";

    private static final List<String> COLUMNS = List.of("severity", "spread_from_percent", "basis", "tier", "reason");
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final Map<Severity, Map<Basis, NavigableMap<BigDecimal, Tier>>> table = new EnumMap<>(Severity.class);

    Tiers(String csv, Faults faults) {
        for (Severity severity : Severity.values()) {
            Map<Basis, NavigableMap<BigDecimal, Tier>> byBasis = new EnumMap<>(Basis.class);
            for (Basis basis : Basis.values()) {
                byBasis.put(basis, new TreeMap<>());
            }
            table.put(severity, byBasis);
        }
        int row = 1;
        for (Map<String, String> line : Tables.rows(FILE, csv, COLUMNS)) {
            row++;
            read(line, row, faults);
        }
        if (isComplete(faults)) {
            checkNeverWorse(faults);
        }
    }

    private void read(Map<String, String> line, int row, Faults faults) {
        Severity severity = faults.choice(FILE, row, line, "severity", Severity.class);
        Basis basis = faults.choice(FILE, row, line, "basis", Basis.class);
        Tier tier = faults.choice(FILE, row, line, "tier", Tier.class);
        BigDecimal from = faults.number(FILE, row, line, "spread_from_percent");
        if (severity != null && basis != null && tier != null && from != null) {
            of(severity, basis).put(from.multiply(PERCENT), tier);
        }
    }

    private NavigableMap<BigDecimal, Tier> of(Severity severity, Basis basis) {
        return java.util.Objects.requireNonNull(table.get(severity)).get(basis);
    }

    private boolean isComplete(Faults faults) {
        boolean complete = true;
        for (Severity severity : Severity.values()) {
            for (Basis basis : Basis.values()) {
                if (of(severity, basis).floorEntry(BigDecimal.ZERO) == null) {
                    complete = false;
                    faults.add(
                            FILE,
                            null,
                            "no line for " + severity.word() + ", " + basis.word() + " from 0%",
                            "a line from 0% for each severity and basis",
                            "Add " + severity.word() + ",0," + basis.word() + ",P4,\"why\".");
                }
            }
        }
        return complete;
    }

    private void checkNeverWorse(Faults faults) {
        for (BigDecimal spread : spreads()) {
            for (Severity severity : Severity.values()) {
                for (Basis basis : Basis.values()) {
                    checkNeverWorse(severity, spread, basis, faults);
                }
            }
        }
    }

    /** Against a spread just above, a severity one higher, and facts instead of assumptions. */
    private void checkNeverWorse(Severity severity, BigDecimal spread, Basis basis, Faults faults) {
        Tier tier = tier(severity, spread, basis);
        List<Tier> better = new ArrayList<>();
        spreads().stream()
                .filter(more -> more.compareTo(spread) > 0)
                .forEach(more -> better.add(tier(severity, more, basis)));
        better.add(tier(severity, spread, Basis.OBSERVED));
        if (severity.ordinal() > 0) {
            better.add(tier(Severity.values()[severity.ordinal() - 1], spread, basis));
        }
        if (better.stream().anyMatch(other -> other.compareTo(tier) > 0)) {
            faults.add(
                    FILE,
                    null,
                    severity.word() + ", " + basis.word() + " from "
                            + spread.movePointRight(2).toPlainString() + "% is " + tier
                            + ", and more of it would be worse",
                    "a tier that never gets worse with severity, spread or better evidence",
                    "Raise the tier of the stronger line, or lower this one.");
        }
    }

    private List<BigDecimal> spreads() {
        return table.values().stream()
                .flatMap(byBasis -> byBasis.values().stream())
                .flatMap(bySpread -> bySpread.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** @param spread 0..1 */
    Tier tier(Severity severity, BigDecimal spread, Basis basis) {
        return of(severity, basis).floorEntry(spread).getValue();
    }
}

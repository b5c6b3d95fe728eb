package org.throughline.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/** An inventory as somebody would send it. */
record Sent(String name, byte[] bytes) {

    /** One list of use cases in 400 teams; a third of them have no owner. */
    static Sent list(int useCases) {
        StringBuilder csv = new StringBuilder("id,name,stage,team_id,started_on,outcome_owner_id\n");
        String[] stages = {"pilot", "validated", "in_use", "idea"};
        for (int i = 0; i < useCases; i++) {
            String name = "Assistant " + i * 7919L % 100_003 + " for case " + i;
            String start = "2025-" + String.format("%02d", 1 + i % 12) + "-15";
            String owner = i % 3 == 0 ? "" : "Owner " + i % 5_000;
            csv.append(String.join(",", "uc-" + i, name, stages[i % 4], "Team " + i % 400, start, owner))
                    .append('\n');
        }
        return new Sent("use_cases.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A ZIP with a CSV file for each kind of fact. */
    static Sent of(Portfolio portfolio) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Kind kind : Kind.values()) {
                zip.putNextEntry(new ZipEntry(kind.table() + ".csv"));
                zip.write(csv(kind, portfolio).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return new Sent("company.zip", bytes.toByteArray());
    }

    private static String csv(Kind kind, Portfolio portfolio) {
        StringBuilder csv = new StringBuilder();
        csv.append(kind.attributes().stream().map(Attribute::name).collect(Collectors.joining(",")))
                .append('\n');
        for (Fact fact : portfolio.all()) {
            if (fact.factKind() == kind) {
                for (int i = 0; i < kind.attributes().size(); i++) {
                    csv.append(i == 0 ? "" : ",").append(cell(fact.value(i)));
                }
                csv.append('\n');
            }
        }
        return csv.toString();
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Collection<?> items) {
            return items.stream().map(Sent::cell).collect(Collectors.joining(";"));
        }
        if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT);
        }
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}

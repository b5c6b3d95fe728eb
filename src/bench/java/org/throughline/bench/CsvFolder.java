package org.throughline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/** An organisation as the canonical CSV files, for those that read files. Its texts need no quotation marks. */
final class CsvFolder {

    private CsvFolder() {}

    static void write(Portfolio portfolio, Path folder) throws IOException {
        for (Kind kind : Kind.values()) {
            List<? extends Fact> rows = portfolio.facts().getOrDefault(kind, List.of());
            if (!rows.isEmpty()) {
                write(kind, rows, folder.resolve(kind.table() + ".csv"));
            }
        }
    }

    private static void write(Kind kind, List<? extends Fact> rows, Path file) throws IOException {
        int columns = kind.attributes().size();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(kind.attributes().stream().map(each -> each.name()).collect(Collectors.joining(",", "", "\n")));
            for (Fact row : rows) {
                out.write(IntStream.range(0, columns)
                        .mapToObj(column -> text(row.value(column)))
                        .collect(Collectors.joining(",", "", "\n")));
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> some) {
            return some.stream().map(String::valueOf).collect(Collectors.joining(";"));
        }
        return value instanceof Enum<?> word
                ? word.name().toLowerCase(Locale.ROOT)
                : value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }
}

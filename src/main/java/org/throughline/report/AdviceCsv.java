package org.throughline.report;

import static org.throughline.facts.SpreadsheetText.safe;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.advice.Priority;
import org.throughline.advice.Recommendation;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Recommendations as rows for a spreadsheet: RFC 4180, UTF-8, a header, one row each by rank. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it.
 */
public final class AdviceCsv {

    /** Columns are only ever added, at the end. */
    static final List<String> COLUMNS = List.of(
            "rank",
            "tier",
            "kind",
            "title",
            "subject_type",
            "subject_id",
            "subject_name",
            "action",
            "decider",
            "first_step",
            "done_when",
            "requires",
            "effort",
            "effort_days",
            "confidence",
            "hours_per_month",
            "spread",
            "leverage",
            "severity",
            "basis",
            "why",
            "findings",
            "id",
            "same_hours");

    private static final CsvMapper MAPPER = CsvMapper.builder(CsvFactory.builder()
                    .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .build();

    private AdviceCsv() {}

    /** Flushes the stream and leaves it open. */
    public static void write(Advice advice, OutputStream out) {
        write(COLUMNS, advice.recommendations().stream().map(AdviceCsv::row), out);
    }

    static void write(List<String> columns, Stream<@Nullable Object[]> table, OutputStream out) {
        try (SequenceWriter rows =
                MAPPER.writerFor(Object[].class).with(schema(columns)).writeValues(out)) {
            rows.write(columns.toArray());
            table.forEach(rows::write);
        }
    }

    private static CsvSchema schema(List<String> columns) {
        return CsvSchema.builder()
                .addColumns(columns, CsvSchema.ColumnType.STRING)
                .build()
                .withLineSeparator("\r\n");
    }

    static @Nullable Object[] row(Recommendation it) {
        Priority priority = it.priority();
        return new @Nullable Object[] {
            it.rank(),
            it.tier().name(),
            safe(it.kind()),
            safe(it.title()),
            it.subject().type().word(),
            safe(it.subject().id()),
            safe(it.subject().name()),
            safe(it.action()),
            safe(it.decider()),
            safe(it.firstStep()),
            safe(it.doneWhen()),
            safe(String.join(";", it.requires())),
            it.effort(),
            Words.plain(priority.effortDays()),
            Words.plain(it.confidence()),
            priority.hoursPerMonth() == null ? null : Words.plain(priority.hoursPerMonth()),
            Words.plain(priority.spread()),
            priority.leverage(),
            it.severity().word(),
            it.assumed() ? "assumed" : "observed",
            safe(it.why()),
            it.findings().size(),
            safe(it.id()),
            safe(String.join(";", priority.sameHours()))
        };
    }
}

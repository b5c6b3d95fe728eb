package org.throughline.report;

import static org.throughline.facts.SpreadsheetText.safe;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.findings.Evidence;
import org.throughline.findings.Finding;
import org.throughline.findings.Threshold;

/** Findings as rows for a spreadsheet, written as those of {@link AdviceCsv} are. */
public final class FindingsCsv {

    /** Columns are only ever added, at the end. */
    static final List<String> COLUMNS = List.of(
            "id",
            "diagnostic",
            "slug",
            "severity",
            "subject_type",
            "subject_id",
            "subject_name",
            "statement",
            "basis",
            "section",
            "rule",
            "evidence",
            "thresholds");

    private FindingsCsv() {}

    /** Flushes the stream and leaves it open. */
    public static void write(Advice advice, OutputStream out) {
        AdviceCsv.write(COLUMNS, advice.findings().stream().map(FindingsCsv::row), out);
    }

    static @Nullable Object[] row(Finding it) {
        return new @Nullable Object[] {
            safe(it.id()),
            it.diagnostic(),
            it.slug(),
            it.severity().word(),
            it.subject().type().word(),
            safe(it.subject().id()),
            safe(it.subject().name()),
            safe(it.statement()),
            it.assumed() ? "assumed" : "observed",
            it.section(),
            it.rule(),
            safe(it.evidence().stream().map(FindingsCsv::told).collect(Collectors.joining("; "))),
            it.thresholds().stream().map(FindingsCsv::told).collect(Collectors.joining("; "))
        };
    }

    private static String told(Evidence it) {
        String row = it.row() == null ? "" : ", row " + it.row();
        return it.attribute() + " " + Words.value(it.value()) + (it.file() == null ? "" : " (" + it.file() + row + ")");
    }

    private static String told(Threshold it) {
        return it.name() + " " + Words.amount(it.value(), it.unit());
    }
}

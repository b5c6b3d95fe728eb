package org.throughline.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Kind;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.Dialect;
import org.throughline.intake.csv.DialectGuess;
import org.throughline.intake.csv.Encoding;
import org.throughline.intake.csv.RecordReader;

/** A CSV file: opened, its header read, its rows given one by one. */
final class CsvTable implements RawTable {

    private static final int LOOKED_AT = 1 << 16;

    private final Source source;
    private final Limits limits;
    private final ProblemList problems;
    private final Encoding encoding;
    private final Dialect dialect;
    private final List<String> headers;

    private CsvTable(
            Source source,
            Limits limits,
            ProblemList problems,
            Encoding encoding,
            Dialect dialect,
            List<String> headers) {
        this.source = source;
        this.limits = limits;
        this.problems = problems;
        this.encoding = encoding;
        this.dialect = dialect;
        this.headers = headers;
    }

    /** The file up to its header, or null where it has none, which is reported. */
    static @Nullable CsvTable open(Source source, Limits limits, ProblemList problems) throws IOException {
        Encoding encoding;
        try (InputStream in = source.open()) {
            encoding = Encoding.of(in);
        }
        Dialect dialect;
        try (Reader in = reader(source, encoding)) {
            char[] start = new char[LOOKED_AT];
            int length = new BufferedReader(in, LOOKED_AT).read(start);
            dialect = DialectGuess.of(new String(start, 0, Math.max(0, length)));
        }
        try (Reader in = reader(source, encoding)) {
            CsvRecord first = firstRow(new RecordReader(in, dialect));
            if (first == null) {
                report(problems, source, Nature.EMPTY);
                return null;
            }
            if (first.cells().length > limits.columns()) {
                problems.error(
                        source.name(),
                        first.row(),
                        null,
                        null,
                        "The file has " + first.cells().length + " columns.",
                        "At most " + limits.columns() + " columns (limit \"columns\").",
                        "Keep the columns that matter; the file was left aside.");
                return null;
            }
            return new CsvTable(source, limits, problems, encoding, dialect, headersOf(first));
        }
    }

    static void report(ProblemList problems, Source source, Nature nature) {
        problems.error(
                source.name(),
                null,
                null,
                null,
                java.util.Objects.requireNonNull(nature.found),
                "A table as CSV: a header row, then a row for each fact.",
                nature.fix);
    }

    private static @Nullable CsvRecord firstRow(RecordReader records) throws IOException {
        CsvRecord first = records.next();
        while (first != null && first.isBlank()) {
            first = records.next();
        }
        return first;
    }

    private static List<String> headersOf(CsvRecord record) {
        List<String> headers = new ArrayList<>();
        for (String cell : record.cells()) {
            headers.add(Words.trim(cell));
        }
        return headers;
    }

    private static Reader reader(Source source, Encoding encoding) throws IOException {
        InputStream in = source.open();
        in.skipNBytes(encoding.bomLength());
        return new InputStreamReader(in, encoding.charset());
    }

    @Override
    public String file() {
        return source.name();
    }

    @Override
    public @Nullable Kind kind() {
        return null;
    }

    @Override
    public String encoding() {
        return encoding.displayName();
    }

    @Override
    public String delimiter() {
        return dialect.delimiterName();
    }

    @Override
    public List<String> headers() {
        return headers;
    }

    @Override
    public void forEach(RowSink sink) throws IOException {
        try (Reader in = reader(source, encoding)) {
            RecordReader records = new RecordReader(in, dialect);
            firstRow(records);
            int count = 0;
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                if (record.isBlank()) {
                    continue;
                }
                if (++count > limits.rows()) {
                    tooManyRows(record.row());
                    return;
                }
                check(record);
                sink.row(record.row(), fitted(record.cells()));
            }
        }
    }

    private @Nullable Object[] fitted(String[] cells) {
        Object[] fitted = Arrays.copyOf(cells, headers.size(), Object[].class);
        Arrays.fill(fitted, Math.min(cells.length, fitted.length), fitted.length, "");
        return fitted;
    }

    private void check(CsvRecord record) {
        if (record.unclosedQuote()) {
            problems.error(
                    file(),
                    record.row(),
                    null,
                    null,
                    "A quotation mark opens in this row and never closes.",
                    "Quotation marks in pairs.",
                    "Close it, or remove it; the row was read up to the end of its line.");
        }
        String[] cells = record.cells();
        for (int i = headers.size(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                problems.warning(
                        file(),
                        record.row(),
                        null,
                        cells[i],
                        "The row has " + cells.length + " cells, " + (cells.length - headers.size())
                                + " more than the header.",
                        headers.size() + " cells.",
                        "Put a cell that holds a " + dialect.delimiterName()
                                + " in quotation marks; the cells beyond the header were left aside.",
                        null);
                return;
            }
        }
    }

    private void tooManyRows(int row) {
        problems.error(
                file(),
                row,
                null,
                null,
                "The file has more than " + limits.rows() + " rows.",
                "At most " + limits.rows() + " rows (limit \"rows\").",
                "Split the file; the rows from here on were left aside.");
    }
}

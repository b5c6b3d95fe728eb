package org.throughline.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file of which nobody said how it is written: its encoding, dialect and header, found out from its bytes. */
public final class CsvFile {

    private static final int LOOKED_AT = 1 << 16;

    /** Opens the file anew: it is looked at before it is read. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private final Bytes bytes;
    private final int longestLine;
    private final Encoding encoding;
    private final DialectGuess guess;
    private final Framing framing;

    private CsvFile(Bytes bytes, int longestLine, Encoding encoding, DialectGuess guess, Framing framing) {
        this.bytes = bytes;
        this.longestLine = longestLine;
        this.encoding = encoding;
        this.guess = guess;
        this.framing = framing;
    }

    public static CsvFile of(Bytes bytes) throws IOException {
        return of(bytes, null, RecordReader.LONGEST_LINE);
    }

    /**
     * @param told the dialect where somebody said it, else null
     * @param longestLine characters that a line may have; its records end in {@link LineTooLong} where one has more
     */
    public static CsvFile of(Bytes bytes, @Nullable Dialect told, int longestLine) throws IOException {
        Encoding encoding = encoding(bytes);
        String start = beginning(bytes, encoding);
        DialectGuess guess = DialectGuess.of(start);
        if (told != null) {
            guess = new DialectGuess(told, DialectGuess.columnsIn(start, told));
        }
        List<CsvRecord> records = new ArrayList<>();
        RecordReader reader = new RecordReader(new StringReader(start), guess.dialect(), guess.columns());
        for (CsvRecord record = reader.next(); record != null && records.size() < 100; record = reader.next()) {
            records.add(record);
        }
        return new CsvFile(bytes, longestLine, encoding, guess, Framing.of(records, guess.columns()));
    }

    private static Encoding encoding(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return Encoding.of(in);
        }
    }

    /** The first characters, to the end of a line where there is one. */
    private static String beginning(Bytes bytes, Encoding encoding) throws IOException {
        char[] start = new char[LOOKED_AT];
        int length = 0;
        try (Reader in = reader(bytes, encoding)) {
            for (int n = in.read(start); n > 0; n = in.read(start, length, start.length - length)) {
                length += n;
                if (length == start.length) {
                    break;
                }
            }
        }
        int end = length;
        if (length == start.length) {
            while (end > length / 2 && start[end - 1] != '\n' && start[end - 1] != '\r') {
                end--;
            }
            end = end > length / 2 ? end : length;
        }
        return new String(start, 0, end);
    }

    private static Reader reader(Bytes bytes, Encoding encoding) throws IOException {
        InputStream in = bytes.open();
        in.skipNBytes(encoding.bomLength());
        return new InputStreamReader(in, encoding.charset());
    }

    public Encoding encoding() {
        return encoding;
    }

    public Dialect dialect() {
        return guess.dialect();
    }

    /** The number of cells that most records have. */
    public int columns() {
        return guess.columns();
    }

    public Framing framing() {
        return framing;
    }

    /** All records from the first line on; to be closed. */
    public Records records() throws IOException {
        Reader in = reader(bytes, encoding);
        return new Records(in, new RecordReader(in, guess.dialect(), guess.columns(), longestLine));
    }

    /** Records and the open file behind them. */
    public static final class Records implements AutoCloseable {
        private final Reader in;
        private final ReadAhead reader;

        Records(Reader in, RecordReader reader) {
            this.in = in;
            this.reader = new ReadAhead(reader);
        }

        /** The next record, or null after the last. */
        public @Nullable CsvRecord next() throws IOException {
            return reader.next();
        }

        @Override
        public void close() throws IOException {
            reader.close();
            in.close();
        }
    }
}

package org.throughline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.throughline.intake.csv.CsvRecord;

/**
 * Cells of a sheet that were merged downwards: a person sees one text beside several rows, the file has it in the first of them alone.
 * Titles merged sideways are the header's matter.
 */
record MergedCells(List<Range> ranges) {

    private static final MergedCells NONE = new MergedCells(List.of());
    private static final Pattern REFERENCE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

    /**
     * Cells of one column.
     *
     * @param column from 0
     * @param first row with the text, as a spreadsheet counts
     */
    record Range(int column, int first, int last, String reference) {}

    static MergedCells of(Map<String, MergedCells> sheets, String sheet) {
        return sheets.getOrDefault(sheet, NONE);
    }

    /** Those of each sheet that has any, by the sheet's name. */
    static Map<String, MergedCells> of(Source source) throws IOException {
        Map<String, String> names = WorkbookParts.sheets(source);
        Map<String, MergedCells> sheets = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = names.get(entry.getName());
                List<Range> ranges = name == null ? List.of() : ranges(zip);
                if (!ranges.isEmpty()) {
                    sheets.put(name, new MergedCells(ranges));
                }
            }
        } catch (XMLStreamException damaged) {
            throw new IOException("The workbook is damaged.", damaged);
        }
        return sheets;
    }

    private static List<Range> ranges(ZipInputStream sheet) throws XMLStreamException {
        List<Range> ranges = new ArrayList<>();
        XMLStreamReader reader = WorkbookParts.xml().createXMLStreamReader(WorkbookParts.leftOpen(sheet));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("mergeCell")) {
                add(String.valueOf(reader.getAttributeValue(null, "ref")), ranges);
            }
        }
        return ranges;
    }

    private static void add(String reference, List<Range> ranges) {
        Matcher parts = REFERENCE.matcher(reference);
        if (parts.matches()) {
            int first = Integer.parseInt(parts.group(2));
            int last = Integer.parseInt(parts.group(4));
            if (last > first) {
                ranges.add(new Range(column(parts.group(1)), first, last, reference));
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** Those with a row below the header. */
    List<Range> below(int rowOfHeader) {
        return ranges.stream().filter(range -> range.first() > rowOfHeader).toList();
    }

    /** For the rows of one pass over the sheet, in their order: with the text in each row that it stands beside. */
    UnaryOperator<CsvRecord> filling(int rowOfHeader) {
        List<Range> below = below(rowOfHeader);
        return below.isEmpty() ? UnaryOperator.identity() : new Filling(below);
    }

    /** What stands in the first row of each range that was come across. */
    private static final class Filling implements UnaryOperator<CsvRecord> {

        /** By the row in which they begin. */
        private final Map<Integer, List<Range>> beginning = new HashMap<>();

        private final Map<Integer, Open> open = new HashMap<>();

        /** The range that a column is in, with its text. */
        private record Open(int last, String text) {}

        Filling(List<Range> ranges) {
            ranges.forEach(range -> beginning
                    .computeIfAbsent(range.first(), row -> new ArrayList<>())
                    .add(range));
        }

        @Override
        public CsvRecord apply(CsvRecord record) {
            CsvRecord filled = record.isBlank() ? record : filled(record);
            for (Range range : beginning.getOrDefault(record.row(), List.of())) {
                if (range.column() < record.cells().length) {
                    open.put(range.column(), new Open(range.last(), record.cells()[range.column()]));
                }
            }
            return filled;
        }

        /** A row in which nothing else stands is none. */
        private CsvRecord filled(CsvRecord record) {
            open.values().removeIf(range -> range.last() < record.row());
            if (open.isEmpty()) {
                return record;
            }
            int width = open.keySet().stream().mapToInt(column -> column + 1).reduce(record.cells().length, Math::max);
            String[] cells = Arrays.copyOf(record.cells(), width);
            Arrays.fill(cells, record.cells().length, width, "");
            open.forEach((column, range) -> cells[column] = cells[column].isBlank() ? range.text() : cells[column]);
            return new CsvRecord(record.row(), cells, record.oddity());
        }
    }
}

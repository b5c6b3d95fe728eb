package org.throughline.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/**
 * A workbook with a problems column in each sheet that was read. Nothing else is touched: every other part of the package is copied byte
 * for byte, and in a sheet only cells of that column are written.
 */
final class AnnotatedWorkbook {

    private final Source source;
    private final List<SheetTable> read;
    private final List<Problem> problems;
    private final Function<Problem, String> words;

    AnnotatedWorkbook(Source source, List<SheetTable> read, List<Problem> problems, Function<Problem, String> words) {
        this.source = source;
        this.read = read;
        this.problems = problems;
        this.words = words;
    }

    void write(OutputStream out) throws IOException {
        Map<String, SheetTable> tables = new HashMap<>();
        read.forEach(table -> tables.put(table.sheet(), table));
        Map<String, String> sheets = WorkbookParts.sheets(source);
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTime(entry.getTime());
                copy.putNextEntry(same);
                SheetTable table = tables.get(sheets.getOrDefault(entry.getName(), ""));
                Remarks remarks = table == null ? null : remarks(table);
                if (table == null || remarks == null) {
                    zip.transferTo(copy);
                } else {
                    new AnnotatedSheet(table.rowOfHeader(), table.problemsColumn(), remarks).write(zip, copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    /** What to write beside its rows; null where there is nothing to say, or no row to say it beside. */
    private @Nullable Remarks remarks(SheetTable table) throws IOException {
        Remarks remarks = Remarks.of(table.file(), problems, words);
        if (table.firstRow() < 0 || remarks.areNone() && !table.isAnnotated()) {
            return null;
        }
        remarks.belowHeader(table.rowOfHeader(), table.firstRow());
        return remarks;
    }
}

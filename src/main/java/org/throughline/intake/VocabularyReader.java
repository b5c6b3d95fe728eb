package org.throughline.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Attribute;
import org.throughline.facts.AttributeType;
import org.throughline.facts.Kind;
import org.throughline.facts.Problem;
import org.throughline.intake.csv.CsvRecord;
import org.throughline.intake.csv.Dialect;
import org.throughline.intake.csv.RecordReader;

/** The lines of the table of synonyms: {@code file,column,kind,synonym,means}. */
final class VocabularyReader {

    private static final List<String> HEADER = List.of("file", "column", "kind", "synonym", "means");
    private static final List<String> KINDS =
            List.of("file", "header", "value", "token", "unit", "month", "placeholder", "total");
    private static final String PARENT = ".parent";

    private final Vocabulary vocabulary;
    private final String file;

    VocabularyReader(Vocabulary vocabulary, String file) {
        this.vocabulary = vocabulary;
        this.file = file;
    }

    void read(String csv) {
        RecordReader records = new RecordReader(new StringReader(csv), Dialect.RFC4180);
        try {
            for (CsvRecord line = records.next(); line != null; line = records.next()) {
                if (!line.isBlank() && !line.cells()[0].startsWith("#")) {
                    readLine(line);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void readLine(CsvRecord line) {
        String[] cells = Arrays.copyOf(line.cells(), HEADER.size());
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i] == null ? "" : Words.trim(cells[i]);
        }
        if (line.row() == 1 && Arrays.asList(cells).equals(HEADER)) {
            return;
        }
        String fault = take(cells[0], cells[1], cells[2], cells[3], cells[4]);
        if (fault != null) {
            vocabulary.addProblem(new Problem(
                    Problem.Severity.ERROR,
                    file,
                    line.row(),
                    null,
                    String.join(",", cells),
                    fault,
                    "A line of file,column,kind,synonym,means.",
                    "Mend the line; it was left out.",
                    null));
        }
    }

    /** Takes the line in, or says what is wrong with it. */
    private @Nullable String take(String table, String column, String kind, String synonym, String means) {
        return switch (kind) {
            case "file" -> takeFile(table, synonym);
            case "header" -> takeHeader(table, column, synonym, means);
            case "value" -> takeValue(table, column, synonym, means);
            case "token" -> takeToken(synonym, means);
            case "unit" -> takeUnit(synonym, means);
            case "month" -> takeMonth(synonym, means);
            case "total" -> {
                vocabulary.addTotal(synonym);
                yield null;
            }
            case "placeholder" -> {
                vocabulary.addPlaceholder(synonym);
                yield null;
            }
            default -> Words.quote(kind) + " is no kind of synonym; there are " + String.join(", ", KINDS) + ".";
        };
    }

    private @Nullable String takeFile(String table, String synonym) {
        Kind kind = Kind.ofTable(table);
        if (kind == null) {
            return noFile(table);
        }
        vocabulary.addFile(kind, synonym);
        return null;
    }

    private @Nullable String takeHeader(String table, String column, String synonym, String means) {
        boolean parent = column.endsWith(PARENT);
        Attribute attribute =
                attribute(table, parent ? column.substring(0, column.length() - PARENT.length()) : column);
        if (attribute == null) {
            return noColumn(table, column);
        }
        if (parent && attribute.type() != AttributeType.TEAM) {
            return Words.quote(column) + " has no parent: only a team has one.";
        }
        Condition when = null;
        if (!means.isEmpty()) {
            when = Condition.parse(attribute.kind(), means);
            if (when == null) {
                return Words.quote(means) + " is no condition such as stage=pilot|validated.";
            }
        }
        vocabulary.addHeader(new Meaning(attribute, parent, when), synonym);
        return null;
    }

    private @Nullable String takeValue(String table, String column, String synonym, String means) {
        Attribute attribute = attribute(table, column);
        if (attribute == null) {
            return noColumn(table, column);
        }
        Object value = attribute.type() == AttributeType.FLAG ? flag(means) : choice(attribute, means);
        if (value == null) {
            return Words.quote(means) + " is no value of " + attribute + ".";
        }
        vocabulary.addValue(attribute, synonym, value);
        return null;
    }

    private static @Nullable Boolean flag(String means) {
        return switch (means) {
            case "yes" -> true;
            case "no" -> false;
            default -> null;
        };
    }

    private @Nullable String takeToken(String synonym, String means) {
        if (synonym.isEmpty()) {
            return "A token cannot be empty.";
        }
        for (Nothing nothing : Nothing.values()) {
            if (nothing.name().replace('_', ' ').equals(means.toUpperCase(Locale.ROOT))) {
                vocabulary.addToken(synonym, nothing);
                return null;
            }
        }
        return Words.quote(means) + " is not absent, unknown or not applicable.";
    }

    private @Nullable String takeUnit(String synonym, String means) {
        if (!List.of("h", "d", "w", "min", "s").contains(means)) {
            return Words.quote(means) + " is no unit of time; there are h, d, w, min, s.";
        }
        vocabulary.addUnit(synonym, means);
        return null;
    }

    private @Nullable String takeMonth(String synonym, String means) {
        for (int month = 1; month <= 12; month++) {
            if (Integer.toString(month).equals(means)) {
                vocabulary.addMonth(synonym, month);
                return null;
            }
        }
        return Words.quote(means) + " is no month from 1 to 12.";
    }

    private static @Nullable Attribute attribute(String table, String column) {
        Kind kind = Kind.ofTable(table);
        return kind == null ? null : kind.find(column);
    }

    /** The constant of the attribute's enumeration with that canonical name ({@code in_use}), or null. */
    static @Nullable Object choice(Attribute attribute, String name) {
        if (attribute.choices() == null) {
            return null;
        }
        for (Enum<?> constant : attribute.choices().getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        return null;
    }

    private static String noFile(String table) {
        return Words.quote(table) + " is no file that we know.";
    }

    private static String noColumn(String table, String column) {
        return Kind.ofTable(table) == null
                ? noFile(table)
                : "The file " + table + " has no column " + Words.quote(column) + ".";
    }
}

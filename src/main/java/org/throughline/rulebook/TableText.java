package org.throughline.rulebook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as spreadsheets save them, as the CSV that rules are kept in: with semicolons or tabs, a decimal comma, in another encoding, with a
 * mark at the beginning. What is kept so already stays as it is, to the letter.
 */
final class TableText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*-?\\d+,\\d+\\s*");
    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)^sep=.\\r?\\n");

    private TableText() {}

    /** A CSV file, one line a row. */
    static String of(byte[] bytes) {
        String text = decoded(bytes);
        String plain = SEPARATOR_LINE
                .matcher(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replaceFirst("");
        String header =
                plain.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char separator = separator(header);
        boolean kept = separator == ',' && !header.startsWith("\"") && !plain.contains("\r");
        return kept ? plain : csv(rows(plain, separator), separator == ',');
    }

    private static String decoded(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /** That of which the header has most. */
    private static char separator(String header) {
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            best = count(header, each) > count(header, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char letter) {
        return text.chars().filter(it -> it == letter).count();
    }

    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean doubled = quoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (doubled) {
                cell.append('"');
                i++;
            } else if (letter == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && letter == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && letter == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (letter != '\r') {
                cell.append(letter);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    /** Where cells are not separated by commas, a comma between digits is a decimal one. */
    private static String csv(List<List<String>> rows, boolean commas) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> !commas && DECIMAL_COMMA.matcher(cell).matches()
                                ? cell.strip().replace(',', '.')
                                : cell)
                        .toList())
                .map(TableText::line)
                .collect(Collectors.joining());
    }

    /** A row as CSV. */
    static String line(List<String> cells) {
        return cells.stream().map(TableText::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"").replace("\n", " ") + '"';
    }
}

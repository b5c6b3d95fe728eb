package org.throughline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.facts.SheetReading.Column;

/** How an input was read, as a mapping to edit: {@code --mapping} reads the same facts by it. A document for each file. */
public final class MappingYaml {

    private static final int WIDTH = 78;

    private final Appendable out;

    private MappingYaml(Appendable out) {
        this.out = out;
    }

    /** What was found file by file, with the evidence for each column as a comment. */
    public static void write(Reading reading, Appendable out) {
        MappingYaml yaml = new MappingYaml(out);
        yaml.comment(
                "",
                "How the columns were read. Edit it, then read with --mapping and the name of this file. Each part, kept as"
                        + " a file of its own in the folder mappings of the rules, is found again by the headers under recognised_by.");
        for (SheetReading sheet : reading.sheets()) {
            yaml.line("---");
            if (sheet.kind() == null) {
                yaml.unrecognised(sheet);
            } else {
                yaml.sheet(sheet);
            }
        }
    }

    private void unrecognised(SheetReading it) {
        comment(
                "",
                Words.clean(it.file())
                        + " was not recognised. To read it, remove the # below, say what its rows are, and"
                        + " which column is what: put the attribute in place of each ATTRIBUTE, and delete the lines of columns that are to be"
                        + " left aside.");
        line("#file: " + quoted(it.file()));
        line("#kind: use_cases");
        line("#columns:");
        it.unmapped().forEach(header -> line("#  ATTRIBUTE: " + quoted(header)));
    }

    private void sheet(SheetReading it) {
        comment("", "Recognised by " + it.recognisedBy());
        line("title: " + quoted(it.file()));
        line("file: " + quoted(it.file()));
        line("kind: " + it.kind().table());
        line("recognised_by:");
        it.columns().stream().map(Column::header).distinct().forEach(header -> line("  - " + quoted(header)));
        line("columns:" + (it.columns().size() == it.roles().size() ? " {}" : ""));
        byAttribute(it).forEach(this::columns);
        roles(it);
        constants(it.constants());
        words(it.words());
        leftAside(it);
    }

    /** In their order, which decides where two feed the same. */
    private static Map<String, List<Column>> byAttribute(SheetReading it) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        it.columns().stream()
                .filter(column -> !isRole(column, it))
                .forEach(column -> columns.computeIfAbsent(column.attribute(), key -> new ArrayList<>())
                        .add(column));
        return columns;
    }

    private static boolean isRole(Column column, SheetReading it) {
        return column.attribute().equals("assignment") && it.roles().contains(column.header());
    }

    private void columns(String attribute, List<Column> columns) {
        if (columns.size() == 1) {
            evidence("  ", columns.get(0));
            line("  " + attribute + ": " + source(columns.get(0)));
            return;
        }
        line("  " + attribute + ":");
        for (Column column : columns) {
            evidence("    ", column);
            line("    - " + source(column));
        }
    }

    private static String source(Column it) {
        if (it.unit() == null && it.when() == null) {
            return quoted(it.header());
        }
        return "{header: " + quoted(it.header())
                + (it.unit() == null ? "" : ", unit: " + quoted(it.unit()))
                + (it.when() == null ? "" : ", when: " + quoted(it.when())) + "}";
    }

    private void evidence(String indent, Column it) {
        comment(indent, ReadingText.evidence(it));
    }

    private void roles(SheetReading it) {
        if (!it.roles().isEmpty()) {
            comment("", "Columns whose header is a role, and whose cells say what part it has: R, A, C or I.");
            line("roles:");
            it.roles().forEach(role -> line("  - " + quoted(role)));
        }
    }

    private void constants(Map<String, String> constants) {
        if (!constants.isEmpty()) {
            line("constants:");
            constants.forEach((attribute, text) -> line("  " + attribute + ": " + quoted(text)));
        }
    }

    private void words(Map<String, Map<String, String>> words) {
        if (!words.isEmpty()) {
            line("values:");
            words.forEach((attribute, meanings) -> {
                line("  " + attribute + ":");
                meanings.forEach((word, value) -> line("    " + quoted(word) + ": " + quoted(value)));
            });
        }
    }

    private void leftAside(SheetReading it) {
        if (it.unmapped().isEmpty()) {
            return;
        }
        comment("", "Left aside. To read one, write it under columns, behind what it is:");
        Map<String, String> proposed = it.proposals().stream()
                .collect(Collectors.groupingBy(
                        SheetReading.Proposal::header,
                        Collectors.mapping(
                                proposal -> proposal.attribute() + " (" + proposal.why() + ")",
                                Collectors.joining(" or "))));
        for (String header : it.unmapped()) {
            line("#   " + quoted(header) + (proposed.containsKey(header) ? "  may be " + proposed.get(header) : ""));
        }
    }

    /** A comment in lines of a readable length. */
    private void comment(String indent, String text) {
        Paragraph.lines(Words.clean(text), WIDTH - indent.length()).forEach(part -> line(indent + "# " + part));
    }

    /** Whatever is in the text, on one line, and the same when it is read. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029 || c >= 0xfeff) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private void line(String text) {
        try {
            out.append(text).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.throughline.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;

/**
 * The texts of a rules folder by their path in it ({@code diagnostics/proof/A1-undecided-proof.drl}), sorted.
 */
public record RuleFiles(SortedMap<String, String> texts) {

    private static final List<String> KINDS = List.of(".drl", ".csv", ".xlsx", ".yaml", ".md");
    private static final String CSV = ".csv";
    private static final String WORKBOOK = ".xlsx";
    private static final int LETTERS = 26;

    public RuleFiles {
        texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    /**
     * Reads every rule, table and text below the folder; other files and hidden ones are not part of a rule book.
     *
     * @throws RuleBookException if files are no text in UTF-8, with each of them
     */
    public static RuleFiles read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        SortedMap<String, byte[]> workbooks = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        Path real = folder.toRealPath(); // what a link stands for now
        try (Stream<Path> files = Files.walk(real)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String path = real.relativize(file).toString().replace('\\', '/');
                boolean hidden = path.startsWith(".") || path.contains("/.") || path.contains("~$");
                if (!hidden && KINDS.stream().anyMatch(path::endsWith)) {
                    byte[] bytes = Files.readAllBytes(file);
                    if (path.endsWith(WORKBOOK)) {
                        workbooks.put(path, bytes);
                    } else if (path.endsWith(CSV)) {
                        texts.put(path, TableText.of(bytes));
                    } else {
                        text(path, bytes, texts, problems);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        workbooks.forEach((path, bytes) -> workbook(path, bytes, texts, problems));
        if (!problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return new RuleFiles(texts);
    }

    /** Its table takes the place of the CSV of that name; under its own it is known which sheet that was. */
    private static void workbook(String path, byte[] bytes, SortedMap<String, String> texts, List<Problem> problems) {
        String table = path.substring(0, path.length() - WORKBOOK.length()) + CSV;
        if (texts.containsKey(table)) {
            problems.add(RuleBookException.problem(
                    path,
                    null,
                    "there is " + table + " as well, and nobody can tell which of them counts",
                    "One table of that name.",
                    "Delete or move away the older of the two."));
            return;
        }
        TableWorkbook read = TableWorkbook.read(path, bytes, problems);
        if (read != null) {
            texts.put(table, read.csv());
            texts.put(path, read.sheet());
        }
    }

    /** The same where the table is kept as a workbook: in its file, with the sheet and the cell. */
    public Problem placed(Problem problem) {
        String file = String.valueOf(problem.file());
        String workbook = file.endsWith(CSV) ? file.substring(0, file.length() - CSV.length()) + WORKBOOK : "";
        String sheet = texts.get(workbook);
        if (sheet == null) {
            return problem;
        }
        String cell = cell(problem, texts.getOrDefault(file, ""));
        return new Problem(
                problem.severity(),
                workbook,
                problem.row(),
                problem.column(),
                problem.value(),
                "Sheet \"" + sheet + "\"" + cell + ": " + problem.found(),
                problem.expected(),
                problem.fix(),
                null);
    }

    /** The same for all that is wrong. */
    public RuleBookException placed(RuleBookException faulty) {
        return faulty.flaws().isEmpty()
                ? new RuleBookException(
                        faulty.problems().stream().map(this::placed).toList())
                : faulty;
    }

    /** {@code , cell B7}; empty where no one cell is meant. */
    private static String cell(Problem problem, String csv) {
        List<String> header = List.of(csv.lines().findFirst().orElse("").split(",", -1));
        int column = header.indexOf(String.valueOf(problem.column()));
        return column < 0 || problem.row() == null ? "" : ", cell " + letters(column) + problem.row();
    }

    /** As a spreadsheet calls a column, from 0: A, ..., Z, AA, ... */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }

    private static void text(String path, byte[] bytes, SortedMap<String, String> texts, List<Problem> problems) {
        ByteBuffer read = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(read, text, true);
        if (result.isError()) {
            String before = text.flip().toString();
            problems.add(RuleBookException.problem(
                    path,
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    "The file is no text in UTF-8: this line has a character in another encoding.",
                    "Text in UTF-8.",
                    "Save it as UTF-8."));
        } else {
            texts.put(path, text.flip().toString());
        }
    }

    /**
     * A table that stands alone: a CSV as spreadsheets save it, or a workbook.
     *
     * @throws RuleBookException if it cannot be read as one
     */
    public static String table(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(WORKBOOK)) {
            return TableText.of(bytes);
        }
        List<Problem> problems = new ArrayList<>();
        TableWorkbook read = TableWorkbook.read(file.toString(), bytes, problems);
        if (read == null || !problems.isEmpty()) {
            throw new RuleBookException(problems);
        }
        return read.csv();
    }

    /** The text of a file, or null where the folder lacks it. */
    public @Nullable String text(String path) {
        return texts.get(path);
    }

    /** The same with one file's text put in its place. */
    public RuleFiles with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.put(path, text);
        return new RuleFiles(changed);
    }

    /** The same without one file. */
    public RuleFiles without(String path) {
        SortedMap<String, String> changed = new TreeMap<>(texts);
        changed.remove(path);
        return new RuleFiles(changed);
    }

    /** Only the rules: what has to be compiled. */
    public RuleFiles rules() {
        return rules(text -> true);
    }

    /** Only the rule files with such a text. */
    RuleFiles rules(Predicate<String> such) {
        SortedMap<String, String> rules = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".drl") && such.test(text)) {
                rules.put(path, text);
            }
        });
        return new RuleFiles(rules);
    }

    /** {@code sha256:} over paths and texts; line endings do not count, so that a checkout elsewhere is the same rule book. */
    public String digest() {
        MessageDigest sha = sha256();
        texts.forEach((path, text) -> {
            sha.update(path.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
        });
        return "sha256:" + HexFormat.of().formatHex(sha.digest());
    }

    /** Of one text, as it is. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.throughline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.throughline.engine.recommending.Recommending;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;
import org.throughline.intake.Mapping;
import org.throughline.intake.Vocabulary;
import org.throughline.rulebook.PastBooks.Past;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBookException;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.Tables;

/** The rules that advise, with their words and tables; read once, and loaded when first needed. */
public final class Rules {

    static final String SYNONYMS = "synonyms.csv";
    static final String MAPPINGS = "mappings/";
    static final String YAML = ".yaml";

    private final RuleFiles files;
    private final @Nullable String own;
    private final FutureTask<RuleBook> book;

    private Rules(RuleFiles files, @Nullable String own, Callable<RuleBook> book) {
        this.files = files;
        this.own = own;
        this.book = new FutureTask<>(book);
    }

    /**
     * The rules of a folder, else of the folder {@code rules} where the program was started, else those in the jar.
     *
     * @param folder a rules folder, or the digest of rules that gave advice before ({@code sha256:3f2a91...}), or null
     * @param thresholds a CSV of an organisation's own thresholds, or null
     * @param news told before rules are compiled because they are not those that the program carries
     * @throws WrongUseException if there is no such folder or digest, or the thresholds cannot be used
     * @throws UnusableException if there are no rules
     */
    public static Rules read(@Nullable Path folder, @Nullable Path thresholds, RuleNews news) {
        try {
            Past found = PastRules.isDigest(folder)
                    ? PastRules.ofUser().find(String.valueOf(folder))
                    : new Past(filesIn(folder), null);
            if (thresholds == null) {
                return of(found, news);
            }
            String name = thresholds.toString();
            String own = table(thresholds);
            check(found.files(), name, own);
            return of(found.files(), name, own, news);
        } catch (RuleBookException e) {
            throw UnusableException.of(e);
        }
    }

    static Rules of(Past past, RuleNews news) {
        return of(past.files(), "the thresholds of then", past.ownThresholds(), news);
    }

    static Rules of(RuleFiles files, String ownName, @Nullable String own, RuleNews news) {
        return new Rules(files, own, () -> book(files, ownName, own, news));
    }

    /**
     * What is in a folder, or was in rules of a digest; see {@link #read}.
     *
     * @throws WrongUseException if there is no such folder or digest
     * @throws UnusableException if it cannot be read
     * @throws RuleBookException if there are no rules, or some are no text
     */
    static RuleFiles filesIn(@Nullable Path folder) {
        if (PastRules.isDigest(folder)) {
            return PastRules.ofUser().find(String.valueOf(folder)).files();
        }
        requireFolder(folder);
        try {
            return RuleBooks.files(folder);
        } catch (IOException e) {
            throw UnusableException.of(
                    String.valueOf(folder), "It cannot be read.", "Files in UTF-8.", "Check that you may read them.");
        }
    }

    /** @throws WrongUseException if it is not there */
    static void requireFolder(@Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw WrongUseException.of(
                    folder.toString(), "There is no such folder.", "A folder of rule files.", "Correct the path.");
        }
    }

    /** Keeps them where they can be found by their digest, so that an advice can be given again; told what goes wrong. */
    public void keep(RuleNews news) {
        PastRules.ofUser().keep(this, news);
    }

    /** The same, to be sent to another process. */
    public SentRules sent() {
        return new SentRules(new TreeMap<>(files.texts()), own);
    }

    Past past() {
        return new Past(files, own);
    }

    /** The same rules with other tables and texts: nothing is compiled. */
    Rules with(RuleFiles others) {
        RuleBook compiled = book();
        return new Rules(others, null, () -> {
            RuleBook edited = compiled.with(others);
            Recommending.check(edited);
            return edited;
        });
    }

    /** The same, where nobody waits for it. */
    public static Rules read(@Nullable Path folder, @Nullable Path thresholds) {
        return read(folder, thresholds, RuleNews.NOBODY);
    }

    /** At once, before anything is read or compiled: it is told like any other mistake in the command. */
    private static void check(RuleFiles files, String name, String own) {
        try {
            RuleBooks.thresholds(files, name, null);
        } catch (RuleBookException e) {
            throw files.placed(e);
        }
        try {
            RuleBooks.thresholds(files, name, own);
        } catch (RuleBookException e) {
            throw new WrongUseException(e.problems());
        }
    }

    private static RuleBook book(RuleFiles files, String name, @Nullable String own, RuleNews news) {
        try {
            return checked(RuleBooks.of(files, name, own, Settings.edited(), RuleNews.told(news)));
        } catch (RuleBookException e) {
            throw files.placed(e);
        }
    }

    private static RuleBook checked(RuleBook book) {
        Recommending.check(book);
        return book;
    }

    /**
     * The same rules, once they are loaded.
     *
     * @throws UnusableException if they are faulty
     */
    public Rules loaded() {
        book();
        return this;
    }

    /** Begins to load them on a thread of its own, for whoever needs them soon. */
    void prepare() {
        if (!book.isDone()) { // a server's are loaded once, and asked for by every request
            start(new Thread(book, "rules"));
            start(new Thread(() -> Recommending.prepare(files), "texts of advice"));
        }
    }

    private static void start(Thread thread) {
        thread.setDaemon(true);
        thread.start();
    }

    RuleBook book() {
        book.run(); // does nothing where it runs or ran already
        try {
            return book.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules were loaded", e);
        } catch (ExecutionException e) {
            throw unusable(e.getCause());
        }
    }

    private static RuntimeException unusable(Throwable cause) {
        if (cause instanceof RuleBookException faulty) {
            return UnusableException.of(faulty);
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    RuleFiles files() {
        return files;
    }

    /** Whether they differ in tables and texts at most. */
    boolean hasSameRulesAs(Rules other) {
        return files.rules().equals(other.files.rules());
    }

    /** {@code sha256:} of rules, tables and texts, and of an organisation's own thresholds over them. */
    public String digest() {
        return book().digest();
    }

    /**
     * A table beside the rules, row by row below its header, each as column to text.
     *
     * @param path from the rules folder: {@code advice/decline-reasons.csv}
     * @throws UnusableException if there is none, or it lacks one of the columns
     */
    public List<Map<String, String>> table(String path, String... columns) {
        String text = files.text(path);
        if (text == null) {
            throw UnusableException.of(
                    path,
                    "The rules folder has no such file.",
                    "A CSV table with the columns " + String.join(", ", columns) + ".",
                    "Put it back: the shipped rules have it.");
        }
        try {
            return Tables.rows(path, text, List.of(columns));
        } catch (RuleBookException e) {
            throw UnusableException.of(e);
        }
    }

    /** One column of such a table. */
    public List<String> column(String path, String column) {
        return table(path, column).stream()
                .map(row -> row.getOrDefault(column, "").strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** What the rules look for, by id. */
    public List<Diagnostic> diagnostics() {
        return book().diagnostics();
    }

    /** Those thresholds that a diagnostic's own rules name, by name. */
    public List<Threshold> thresholds(Diagnostic diagnostic) {
        String text = files.texts().getOrDefault(diagnostic.file(), "");
        return book().thresholds().stream()
                .filter(threshold -> text.contains('"' + threshold.name() + '"'))
                .toList();
    }

    /** All that rules compare with, in the order of the table. */
    public List<Threshold> thresholds() {
        return book().thresholds();
    }

    /** A file of the rules as it stands, or nothing where there is none. */
    public String text(Diagnostic diagnostic) {
        return files.texts().getOrDefault(diagnostic.file(), "");
    }

    /** A file of the rules folder as it stands, or nothing where there is none. */
    public String file(String path) {
        return files.texts().getOrDefault(path, "");
    }

    /** The words for columns and values. */
    Vocabulary vocabulary() {
        return Vocabulary.parse(SYNONYMS, files.texts().getOrDefault(SYNONYMS, ""));
    }

    /** Mappings that are taken by themselves where a file's headers show that they were made for it, in the order of their names. */
    List<Mapping> mappings() {
        return files.texts().keySet().stream()
                .filter(path -> path.startsWith(MAPPINGS) && path.endsWith(YAML))
                .sorted()
                .map(path -> shipped(path.substring(MAPPINGS.length(), path.length() - YAML.length())))
                .toList();
    }

    /**
     * The mapping that was asked for.
     *
     * @param nameOrFile name of a file in the rules' folder {@code mappings} without its extension, a path of a file of the same form, or
     *     null, for which there is none; several lines are a mapping themselves
     * @throws WrongUseException if there is no such mapping, or a part of it cannot be understood: who asks for it wants all of it
     */
    @Nullable
    Mapping mapping(@Nullable String nameOrFile) {
        if (nameOrFile == null) {
            return null;
        }
        Mapping mapping = nameOrFile.indexOf('\n') >= 0 ? Mapping.parse("of yours", nameOrFile) : named(nameOrFile);
        if (!mapping.problems().isEmpty()) {
            throw new WrongUseException(mapping.problems());
        }
        return mapping;
    }

    private Mapping named(String nameOrFile) {
        return files.text(MAPPINGS + nameOrFile + YAML) == null
                ? Mapping.parse(nameOrFile, text(Path.of(nameOrFile), "The name of a mapping, or a file of one."))
                : shipped(nameOrFile);
    }

    private Mapping shipped(String name) {
        return Mapping.parse(name, String.valueOf(files.text(MAPPINGS + name + YAML)));
    }

    /**
     * The text of the mapping that was asked for, as {@link #mapping} takes it; null where none was.
     *
     * @throws WrongUseException if there is no such mapping
     */
    public @Nullable String mappingText(@Nullable String nameOrFile) {
        if (nameOrFile == null || nameOrFile.indexOf('\n') >= 0) {
            return nameOrFile;
        }
        String shipped = files.text(MAPPINGS + nameOrFile + YAML);
        return shipped == null ? text(Path.of(nameOrFile), "The name of a mapping, or a file of one.") : shipped;
    }

    /** Of thresholds, as CSV. */
    private static String table(Path file) {
        try {
            return RuleFiles.table(file);
        } catch (RuleBookException e) {
            throw new WrongUseException(e.problems());
        } catch (IOException e) {
            throw WrongUseException.of(
                    file.toString(),
                    "There is no such file, or it is no text in UTF-8.",
                    "A table of thresholds.",
                    "Correct the path.");
        }
    }

    private static String text(Path file, String expected) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw WrongUseException.of(
                    file.toString(),
                    "There is no such file, or it is no text in UTF-8.",
                    expected,
                    "Correct the path.");
        }
    }
}

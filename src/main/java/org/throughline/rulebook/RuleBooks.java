package org.throughline.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Problem;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Flaw;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.cache.CacheFolder;

/** Loads rule books. Rules that are the shipped ones, to the letter, are not compiled again. */
public final class RuleBooks {

    /** For who has no cache of his own. */
    private static final EditedRules IN_MEMORY = new EditedRules(CacheFolder.NONE);

    /** What an organisation's own thresholds are called among the files of a rule book. */
    static final String OWN_THRESHOLDS = "own-thresholds.csv";

    private RuleBooks() {}

    /**
     * The rule book of a folder, else of the folder {@code rules} where the program was started, else the shipped one.
     *
     * @param folder a rules folder, or null
     * @param thresholds a CSV of an organisation's own thresholds, or null
     * @throws RuleBookException with everything that is wrong in the rules or tables
     * @throws IOException if a file cannot be read
     */
    public static RuleBook load(@Nullable Path folder, @Nullable Path thresholds) throws IOException {
        prepare();
        RuleFiles files = files(folder);
        String own = thresholds == null ? null : RuleFiles.table(thresholds);
        return of(files, thresholds == null ? "thresholds" : thresholds.toString(), own);
    }

    /**
     * Begins to load the shipped rules, on a thread of its own, while files are read that are most often these: for a process that has just
     * begun.
     */
    public static void prepare() {
        Thread ahead = new Thread(() -> OwnClasses.with(Shipped::prepared), "shipped rules");
        ahead.setDaemon(true);
        ahead.setUncaughtExceptionHandler((thread, thrown) -> {}); // whoever needs them hears the same
        ahead.start();
    }

    /**
     * Everything that is wrong with rules and tables, as it stands in the files; errors keep them from being used. Rules that differ from the
     * shipped ones are compiled file by file, and their classes are checked; none of their code is run.
     */
    public static List<Flaw> check(RuleFiles files) {
        return check(files, IN_MEMORY, EditedRules.Told.NOBODY);
    }

    /** @param edited what rules are compiled with that differ from the shipped ones: loading them then compiles nothing */
    public static List<Flaw> check(RuleFiles files, EditedRules edited, EditedRules.Told told) {
        return OwnClasses.with(() -> Inspection.of(files, Shipped.files(), edited, told));
    }

    /** What was found wrong in tables of a rules folder, with the lines that are meant. */
    public static List<Flaw> flaws(List<Problem> problems, RuleFiles files) {
        return problems.stream().map(problem -> Inspection.flaw(problem, files)).toList();
    }

    /** The rule book of files that are already read. */
    public static RuleBook of(RuleFiles files, String ownName, @Nullable String ownThresholds) {
        return of(files, ownName, ownThresholds, IN_MEMORY, EditedRules.Told.NOBODY);
    }

    /** @param told before rules are compiled, which takes time; not where the shipped ones or those of a cache will do */
    public static RuleBook of(
            RuleFiles files,
            String ownName,
            @Nullable String ownThresholds,
            EditedRules edited,
            EditedRules.Told told) {
        return OwnClasses.with(() -> load(files, ownName, ownThresholds, edited, told));
    }

    private static RuleBook load(
            RuleFiles files,
            String ownName,
            @Nullable String ownThresholds,
            EditedRules edited,
            EditedRules.Told told) {
        List<Threshold> thresholds = thresholds(files, ownName, ownThresholds);
        RuleFiles all = ownThresholds == null ? files : files.with(OWN_THRESHOLDS, ownThresholds);
        boolean proven = isShipped(files);
        Parts parts = proven ? shipped() : Inspection.parts(files, edited, told);
        CompletableFuture<Loaded> across = CompletableFuture.supplyAsync(() -> OwnClasses.with(parts::across));
        Loaded local = parts.local();
        Map<String, RuleHeader> headers = new HashMap<>(local.headers());
        headers.putAll(across.join().headers());
        return new RuleBook(
                files,
                all.digest(),
                diagnostics(files),
                thresholds,
                headers,
                local.base(),
                across.join().base(),
                proven);
    }

    private static Parts shipped() {
        Shipped.Carried carried = Shipped.proven();
        return new Parts(carried.layers(), carried, rule -> true, List.of());
    }

    /**
     * The thresholds of the rules by name, with an organisation's own values in their place; nothing is compiled.
     *
     * @param ownName what problems call the organisation's table
     * @param ownThresholds that table, or null
     * @throws RuleBookException with everything that is wrong in one of the tables
     */
    public static List<Threshold> thresholds(RuleFiles files, String ownName, @Nullable String ownThresholds) {
        List<Threshold> thresholds = Thresholds.parse("thresholds.csv", required(files, "thresholds.csv"));
        return ownThresholds == null ? thresholds : Thresholds.override(thresholds, ownName, ownThresholds);
    }

    /**
     * The files of a folder, else of the folder {@code rules} where the program was started, else the shipped ones; nothing is compiled.
     *
     * @throws RuleBookException if there is none of them
     */
    public static RuleFiles files(@Nullable Path folder) throws IOException {
        Path beside = Path.of("rules");
        if (folder != null) {
            return RuleFiles.read(folder);
        }
        if (Files.isRegularFile(beside.resolve("thresholds.csv"))) {
            return RuleFiles.read(beside);
        }
        return shippedFiles();
    }

    /** Texts are compared, nothing compiled is unpacked for that. */
    private static boolean isShipped(RuleFiles files) {
        RuleFiles shipped = Shipped.files();
        return shipped != null && shipped.rules().equals(files.rules());
    }

    /**
     * The files that the program carries.
     *
     * @throws RuleBookException if this build carries none
     */
    public static RuleFiles shippedFiles() {
        RuleFiles shipped = Shipped.files();
        if (shipped == null) {
            throw new RuleBookException(List.of(RuleBookException.problem(
                    "rules",
                    null,
                    "there is no folder called rules here, and this build carries none",
                    "a folder of rule files",
                    "Start in the folder that has rules/, or name it with --rules DIR.")));
        }
        return shipped;
    }

    static String required(RuleFiles files, String path) {
        String text = files.text(path);
        if (text == null) {
            throw new RuleBookException(List.of(RuleBookException.problem(
                    path, null, "the rules folder has no such file", "a table of that name", "Put it back.")));
        }
        return text;
    }

    /** What the rule files say of their diagnostics, by id; nothing is compiled. */
    public static List<Diagnostic> diagnostics(RuleFiles files) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        files.rules().texts().forEach((path, text) -> {
            Diagnostic diagnostic = RuleDocumentation.diagnostic(path, text);
            if (diagnostic != null) {
                diagnostics.add(diagnostic);
            }
        });
        diagnostics.sort(Comparator.comparing(Diagnostic::id));
        return diagnostics;
    }
}

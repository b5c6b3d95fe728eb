package org.throughline.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

/** Loads rule books. Rules that are the shipped ones, to the letter, are not compiled again. */
public final class RuleBooks {

    /** Compiled by the build from {@code rules/}, see {@link CompileShippedRules}. */
    static final String SHIPPED = "/shipped-rules.bin";

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
        RuleFiles files = files(folder);
        String own = thresholds == null ? null : Files.readString(thresholds, StandardCharsets.UTF_8);
        return of(files, thresholds == null ? "thresholds" : thresholds.toString(), own);
    }

    /**
     * Everything that is wrong with rules and tables, as it stands in the files; errors keep them from being used. Rules that differ from the
     * shipped ones are compiled file by file, and their classes are checked; none of their code is run.
     */
    public static List<Flaw> check(RuleFiles files) {
        return OwnClasses.with(() -> Inspection.of(files, shippedOrNull()));
    }

    /** What was found wrong in tables of a rules folder, with the lines that are meant. */
    public static List<Flaw> flaws(List<Problem> problems, RuleFiles files) {
        return problems.stream().map(problem -> Inspection.flaw(problem, files)).toList();
    }

    /** The rule book of files that are already read. */
    public static RuleBook of(RuleFiles files, String ownName, @Nullable String ownThresholds) {
        return of(files, ownName, ownThresholds, () -> {});
    }

    /** @param compiling told before rules are compiled, which takes many seconds; not where the shipped ones will do */
    public static RuleBook of(RuleFiles files, String ownName, @Nullable String ownThresholds, Runnable compiling) {
        return OwnClasses.with(() -> load(files, ownName, ownThresholds, compiling));
    }

    private static RuleBook load(RuleFiles files, String ownName, @Nullable String ownThresholds, Runnable compiling) {
        List<Threshold> thresholds = thresholds(files, ownName, ownThresholds);
        String digest = ownThresholds == null
                ? files.digest()
                : files.with("own-thresholds.csv", ownThresholds).digest();
        ShippedRules shipped = shippedOrNull();
        boolean proven = isShipped(files, shipped);
        ShippedRules compiled = proven ? shipped : compiled(files, compiling);
        CompletableFuture<Loaded> across = CompletableFuture.supplyAsync(
                () -> OwnClasses.with(() -> Loaded.of(compiled.across(), RuleBook::isAcross, compiled.layers())));
        Loaded local = Loaded.of(compiled.local(), RuleBook::isLocal, compiled.layers());
        Map<String, RuleHeader> headers = new HashMap<>(local.headers());
        headers.putAll(across.join().headers());
        return new RuleBook(
                files,
                digest,
                diagnostics(files),
                thresholds,
                headers,
                local.base(),
                across.join().base(),
                proven);
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

    private static boolean isShipped(RuleFiles files, @Nullable ShippedRules shipped) {
        return shipped != null && shipped.files().rules().equals(files.rules());
    }

    /** Rules that are not the shipped ones are checked, and compiled with limits in them. */
    private static ShippedRules compiled(RuleFiles files, Runnable compiling) {
        Inspection.requireSound(files);
        compiling.run();
        return ShippedRules.compile(files).watched();
    }

    private static RuleFiles shippedFiles() throws IOException {
        try (InputStream in = RuleBooks.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new RuleBookException(List.of(RuleBookException.problem(
                        "rules",
                        null,
                        "there is no folder called rules here, and this build carries none",
                        "a folder of rule files",
                        "Start in the folder that has rules/, or name it with --rules DIR.")));
            }
            return ShippedRules.readFiles(in);
        }
    }

    static @Nullable ShippedRules shippedOrNull() {
        try (InputStream in = RuleBooks.class.getResourceAsStream(SHIPPED)) {
            return in == null ? null : ShippedRules.read(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
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

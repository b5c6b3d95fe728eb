package org.throughline.rulebook;

import java.util.List;
import java.util.Map;
import org.drools.model.Rule;
import org.kie.api.KieBase;
import org.throughline.facts.derived.WordList;
import org.throughline.findings.Diagnostic;
import org.throughline.findings.Threshold;

/**
 * Compiled, documented rules with their tables and texts. It never changes: an edit makes another rule book with another digest.
 */
public final class RuleBook {

    private final RuleFiles files;
    private final String digest;
    private final List<Diagnostic> diagnostics;
    private final List<Threshold> thresholds;
    private final List<WordList> wordLists;
    private final Map<String, RuleHeader> headers;
    private final KieBase local;
    private final KieBase across;
    private final boolean proven;

    RuleBook(
            RuleFiles files,
            String digest,
            List<Diagnostic> diagnostics,
            List<Threshold> thresholds,
            Map<String, RuleHeader> headers,
            KieBase local,
            KieBase across,
            boolean proven) {
        this.files = files;
        this.digest = digest;
        this.diagnostics = List.copyOf(diagnostics);
        this.thresholds = List.copyOf(thresholds);
        this.wordLists = WordLists.of(files);
        this.headers = Map.copyOf(headers);
        this.local = local;
        this.across = across;
        this.proven = proven;
    }

    /** The same rules with other tables: only their thresholds, words and advice are read anew, nothing is compiled. */
    public RuleBook with(RuleFiles tables) {
        if (!tables.rules().equals(files.rules())) {
            throw new IllegalArgumentException("other rules have to be compiled");
        }
        List<Threshold> values = RuleBooks.thresholds(tables, "thresholds.csv", null);
        return new RuleBook(tables, tables.digest(), diagnostics, values, headers, local, across, proven);
    }

    /** The same rules with one threshold at another value. */
    public RuleBook with(Threshold other) {
        List<Threshold> values = thresholds.stream()
                .map(threshold -> threshold.equals(other) ? other : threshold)
                .toList();
        String changed = files.with(RuleBooks.OWN_THRESHOLDS, "name,value\n" + other.name() + "," + other.value())
                .digest();
        return new RuleBook(files, changed, diagnostics, values, headers, local, across, proven);
    }

    /** {@code sha256:} of all files and of thresholds that an organisation put over them. */
    public String digest() {
        return digest;
    }

    /** The files, for tables and texts that are no rules. */
    public RuleFiles files() {
        return files;
    }

    /** By id: A1, A2, ... */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** By name, with an organisation's own values in place. */
    public List<Threshold> thresholds() {
        return thresholds;
    }

    /** Texts that rules look up: placeholders and stop words. */
    public List<WordList> wordLists() {
        return wordLists;
    }

    /** What a rule says of itself, by its name. */
    public Map<String, RuleHeader> headers() {
        return headers;
    }

    public int count() {
        return headers.size();
    }

    /** The rules that look at one workflow with what hangs on it. */
    public KieBase local() {
        return local;
    }

    /** The rules that look across the organisation, over what the local ones carried there. */
    public KieBase across() {
        return across;
    }

    /** True where the rules are those that were compiled and tested with the program: others fire within limits. */
    public boolean isProven() {
        return proven;
    }

    /** Which of the two bases a rule belongs to: {@code @scope("organisation")}, {@code @scope("everywhere")}, else one workflow. */
    static boolean isLocal(Rule rule) {
        return !"organisation".equals(RuleHeader.unquoted(rule.getMetaData("scope")));
    }

    static boolean isAcross(Rule rule) {
        return rule.getMetaData("scope") != null;
    }
}

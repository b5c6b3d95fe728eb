package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.Flaw;
import org.throughline.findings.Flaw.Weight;

/** Collects what is wrong in one file. */
final class Flaws {

    private final Source source;
    private final List<Flaw> flaws = new ArrayList<>();
    private @Nullable String rule;

    Flaws(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** From here on it is about this rule, or about none. */
    void in(@Nullable String rule) {
        this.rule = rule;
    }

    void error(int from, int to, String found, String fix) {
        add(Weight.ERROR, from, to, found, fix);
    }

    void error(Expr at, String found, String fix) {
        add(Weight.ERROR, at.from(), at.to(), found, fix);
    }

    void error(Misread misread) {
        add(Weight.ERROR, misread.from(), misread.to(), misread.found(), misread.fix());
    }

    void warning(int from, int to, String found, String fix) {
        add(Weight.WARNING, from, to, found, fix);
    }

    void warning(Expr at, String found, String fix) {
        add(Weight.WARNING, at.from(), at.to(), found, fix);
    }

    private void add(Weight weight, int from, int to, String found, String fix) {
        int start = Math.min(from, source.text().length());
        String line = source.lineText(start);
        int column = source.column(start);
        int length = Math.max(1, Math.min(to - start, line.length() - column + 1));
        flaws.add(new Flaw(weight, source.file(), source.line(start), column, length, rule, found, fix, line));
    }

    /** What was found so far. */
    List<Flaw> all() {
        return flaws;
    }

    boolean isEmpty() {
        return flaws.isEmpty();
    }
}

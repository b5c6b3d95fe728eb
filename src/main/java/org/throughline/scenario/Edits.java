package org.throughline.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.throughline.facts.Numbers;
import org.throughline.findings.Threshold;
import org.throughline.rulebook.EditedRules;
import org.throughline.rulebook.RuleBook;
import org.throughline.rulebook.RuleBooks;
import org.throughline.rulebook.RuleFiles;
import org.throughline.rulebook.check.RuleParts;

/** What is different between two rule books, each edit with the book that has this edit alone. */
final class Edits {

    private static final String RULES = ".drl";
    private static final String THRESHOLDS = "thresholds.csv";

    /**
     * One edit.
     *
     * @param words what people call it
     * @param alone the old rule book with this edit; made when it is asked for
     * @param parts smaller edits that it consists of, where it consists of several
     */
    record Edit(String words, Supplier<RuleBook> alone, List<Edit> parts) {

        Edit(String words, Supplier<RuleBook> alone) {
            this(words, alone, List.of());
        }
    }

    private final RuleBook before;
    private final RuleBook after;
    private final EditedRules compiler;
    private final boolean readAnew;
    private final List<Edit> ofRules = new ArrayList<>();
    private final List<Edit> ofTables = new ArrayList<>();
    private final List<String> withoutEffect = new ArrayList<>();

    Edits(RuleBook before, RuleBook after, EditedRules compiler, boolean readAnew) {
        this.before = before;
        this.after = after;
        this.compiler = compiler;
        this.readAnew = readAnew;
        for (String file : changed()) {
            if (file.endsWith(RULES)) {
                rules(file);
            } else if (file.equals(THRESHOLDS)) {
                thresholds();
            } else if (!file.endsWith(".md") && !file.endsWith(".xlsx")) {
                table(file);
            }
        }
    }

    private SortedSet<String> changed() {
        SortedSet<String> files = new TreeSet<>(before.files().texts().keySet());
        files.addAll(after.files().texts().keySet());
        files.removeIf(file -> text(before, file).equals(text(after, file)));
        return files;
    }

    /** In words, sorted. */
    List<String> words() {
        List<String> words = new ArrayList<>(withoutEffect);
        all().forEach(edit -> {
            if (edit.parts().isEmpty()) {
                words.add(edit.words());
            } else {
                edit.parts().forEach(part -> words.add(part.words()));
            }
        });
        words.sort(null);
        return words;
    }

    List<Edit> all() {
        List<Edit> all = new ArrayList<>(ofRules);
        all.addAll(ofTables);
        return all;
    }

    List<Edit> ofRules() {
        return ofRules;
    }

    /** A file that is new, or gone, is one edit; else each rule in it that is not as it was. */
    private void rules(String file) {
        RuleParts was = RuleParts.of(file, text(before, file));
        RuleParts is = RuleParts.of(file, text(after, file));
        if (was.saysTheSameAs(is)) {
            withoutEffect.add(file + ", comments alone");
            return;
        }
        boolean inBoth = before.files().text(file) != null && after.files().text(file) != null;
        List<Edit> rules = inBoth
                ? was.differing(is).stream()
                        .map(rule -> new Edit(
                                file + ", rule \"" + rule + "\"",
                                () -> book(before.files().with(file, was.with(rule, is)))))
                        .toList()
                : List.of();
        Supplier<RuleBook> whole = () -> book(edited(file));
        ofRules.add(rules.size() == 1 ? new Edit(rules.get(0).words(), whole) : new Edit(file, whole, rules));
    }

    private void thresholds() {
        Map<String, Threshold> were =
                before.thresholds().stream().collect(Collectors.toMap(Threshold::name, threshold -> threshold));
        boolean others = false;
        for (Threshold now : after.thresholds()) {
            Threshold was = were.get(now.name());
            others |= was == null;
            if (was != null && was.value().compareTo(now.value()) != 0) {
                others = true;
                String words = now.name() + " is " + Numbers.amount(now.value(), now.unit()) + " instead of "
                        + Numbers.amount(was.value(), was.unit());
                ofTables.add(new Edit(words, () -> before.with(now)));
            }
        }
        if (!others) {
            withoutEffect.add(THRESHOLDS + ", no value in it");
        }
    }

    private void table(String file) {
        if (TriedFacts.isWords(file) && !readAnew) {
            withoutEffect.add(file + ", for what is read from now on: these facts were read before");
        } else {
            ofTables.add(new Edit(file, () -> before.with(edited(file))));
        }
    }

    /** All new rules with the old tables; thresholds that are new come with the rules that need them. */
    RuleBook allRules() {
        RuleFiles files = before.files();
        for (String file : changed()) {
            files = file.endsWith(RULES) ? edited(file, files) : files;
        }
        return book(files);
    }

    private RuleFiles edited(String file) {
        return edited(file, before.files());
    }

    private RuleFiles edited(String file, RuleFiles files) {
        String text = after.files().text(file);
        return text == null ? files.without(file) : files.with(file, text);
    }

    private RuleBook book(RuleFiles rules) {
        RuleFiles files = rules.with(THRESHOLDS, text(before, THRESHOLDS) + newThresholds());
        return after.files().rules().equals(files.rules())
                ? after.with(files)
                : RuleBooks.of(files, THRESHOLDS, null, compiler, EditedRules.Told.NOBODY);
    }

    /** Lines for those that were not there; their reasons are of no consequence. */
    private String newThresholds() {
        Set<String> old = before.thresholds().stream().map(Threshold::name).collect(Collectors.toSet());
        return after.thresholds().stream()
                .filter(now -> !old.contains(now.name()))
                .map(now -> "\n" + now.name() + "," + now.value().toPlainString() + ",\"" + now.unit() + "\",new")
                .collect(Collectors.joining());
    }

    private static String text(RuleBook book, String file) {
        String text = book.files().text(file);
        return text == null ? "" : text;
    }
}

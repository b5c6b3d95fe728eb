package org.throughline.rulebook.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.throughline.findings.Flaw;
import org.throughline.rulebook.RuleFiles;

/**
 * Checks the files of a rules folder, all of them, without compiling any. A file that did not change is not read again, so that one edit
 * is checked at once.
 */
public final class RuleCheck {

    private static final int KEPT = 500;

    private final Map<String, ReadFile> read = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadFile> eldest) {
            return size() > KEPT;
        }
    };

    /** Everything that is wrong, as it stands in the files. */
    public synchronized List<Flaw> check(RuleFiles files) {
        SortedMap<String, String> rules = files.rules().texts();
        List<ReadFile> all = new ArrayList<>();
        rules.forEach(
                (file, text) -> all.add(read.computeIfAbsent(file + "\n" + text, key -> FileReader.read(file, text))));
        List<Flaw> flaws = new ArrayList<>();
        all.forEach(file -> flaws.addAll(file.flaws()));
        flaws.addAll(Across.check(all, files));
        return flaws.stream().sorted().distinct().toList();
    }

    /**
     * A rule in a file.
     *
     * @param alone the file with this rule only, all lines where they were
     * @param heading how its first line is pointed at
     */
    public record Place(String alone, Flaw heading) {

        /** Something found in the rule as a whole. */
        public Flaw flaw(String found) {
            return new Flaw(
                    Flaw.Weight.ERROR,
                    heading.file(),
                    heading.line(),
                    heading.column(),
                    heading.length(),
                    heading.rule(),
                    found,
                    heading.fix(),
                    heading.text());
        }
    }

    /** The rules of a file that can be read. */
    public static List<Place> places(String file, String text) {
        ReadFile read = FileReader.read(file, text);
        List<Place> places = new ArrayList<>();
        int headEnd = read.rules().stream().mapToInt(ReadRule::from).min().orElse(0);
        for (ReadRule rule : read.rules()) {
            Flaws flaws = new Flaws(read.source());
            flaws.in(rule.name());
            flaws.error(
                    rule.from(),
                    rule.from() + "rule".length(),
                    "",
                    "Write its conditions like those of another rule, one by one.");
            places.add(new Place(
                    read.source().only(headEnd, rule.from(), rule.to()),
                    flaws.all().get(0)));
        }
        return places;
    }
}

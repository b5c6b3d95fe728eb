package org.throughline.engine.recommending;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says what is wrong in {@code remedies.yaml} beyond its form: kinds that do not exist, circles, missing texts, unknown places. */
final class RemedyCheck {

    /** What a text can show. */
    static final Set<String> PLACES = new TreeSet<>(List.of(
            "name",
            "names",
            "n",
            "places",
            "where",
            "subjects",
            "workflow",
            "first",
            "column",
            "about",
            "diagnostics"));

    /** What the text on a fold can show. */
    private static final Set<String> FOLDED = new TreeSet<>(List.of("n", "which", "names", "concerned"));

    private static final Set<String> FORMS =
            new TreeSet<>(List.of("one", "many", "workflow", "team", "organisation", "missing", "partly"));

    private final Remedies.Text text;
    private final Faults faults;

    RemedyCheck(Remedies.Text text, Faults faults) {
        this.text = text;
        this.faults = faults;
    }

    void check() {
        text.remedies().forEach((kind, entry) -> {
            if (entry == null || entry.say() == null) {
                fault(kind + " says nothing", "at, decider and say, as the file's first comment describes them");
            } else {
                check(kind, entry);
            }
        });
        for (String name : Words.NAMES) {
            if (!text.words().containsKey(name)) {
                fault("words has no " + name, "a text for each of " + String.join(", ", Words.NAMES));
            }
        }
        if (!text.remedies().containsKey(Remedies.COLLECT)) {
            fault("there is no remedy " + Remedies.COLLECT, "it says which fact to collect next");
        }
    }

    private void check(String kind, Remedies.Entry entry) {
        checkShape(kind, entry);
        checkAfter(kind, entry);
        checkDeciders(kind, entry);
        checkFolded(kind, entry);
        entry.say().forEach((form, texts) -> checkTexts(kind + ", " + form, texts));
    }

    private void checkShape(String kind, Remedies.Entry entry) {
        if (entry.at() == null) {
            fault(kind + " has no \"at\"", "the unit at which it is done: use_case, workflow, team, ...");
        }
        if (!FORMS.containsAll(entry.say().keySet())) {
            fault(kind + " says " + String.join(", ", entry.say().keySet()), "of " + String.join(", ", FORMS));
        }
        List<String> needed = kind.equals(Remedies.COLLECT) ? List.of("missing", "partly") : List.of("one", "many");
        if (!entry.say().keySet().containsAll(needed)) {
            fault(kind + " lacks texts", "texts for " + String.join(" and ", needed));
        }
    }

    private void checkAfter(String kind, Remedies.Entry entry) {
        for (String before : Remedies.orEmpty(entry.after())) {
            if (!text.remedies().containsKey(before)) {
                fault(kind + " comes after \"" + before + "\"", "a kind that is described here");
            } else if (leadsTo(before, kind, new HashSet<>())) {
                fault(kind + " comes after " + before + ", and that after " + kind, "an order without a circle");
            }
        }
    }

    private boolean leadsTo(String from, String kind, Set<String> seen) {
        Remedies.Entry entry = text.remedies().get(from);
        if (from.equals(kind) || entry == null) {
            return from.equals(kind);
        }
        return seen.add(from)
                && Remedies.orEmpty(entry.after()).stream().anyMatch(before -> leadsTo(before, kind, seen));
    }

    private void checkDeciders(String kind, Remedies.Entry entry) {
        for (String column : Remedies.orEmpty(entry.decider())) {
            if (!text.deciders().containsKey(column)) {
                fault(
                        kind + " is decided by whom " + column + " names",
                        "one of "
                                + String.join(
                                        ", ", new TreeSet<>(text.deciders().keySet())));
            }
        }
    }

    private void checkFolded(String kind, Remedies.Entry entry) {
        String folded = entry.folded();
        if (folded != null && !FOLDED.containsAll(Template.places(folded))) {
            unknownPlace(kind + ", folded", folded, FOLDED);
        }
    }

    private void checkTexts(String where, @Nullable Form form) {
        if (form == null) {
            fault(where + " lacks a text", "title, action, first_step and done_when");
            return;
        }
        for (String one : new String[] {form.title(), form.action(), form.firstStep(), form.doneWhen()}) {
            if (one == null || one.isBlank()) {
                fault(where + " lacks a text", "title, action, first_step and done_when");
            } else if (!PLACES.containsAll(Template.places(one))) {
                unknownPlace(where, one, PLACES);
            }
        }
    }

    private void unknownPlace(String where, String shown, Set<String> known) {
        fault(where + " shows an unknown place in \"" + shown + "\"", "of {" + String.join("}, {", known) + "}");
    }

    private void fault(String found, String expected) {
        faults.add(Remedies.FILE, null, found, expected, "Correct it in " + Remedies.FILE + ".");
    }
}

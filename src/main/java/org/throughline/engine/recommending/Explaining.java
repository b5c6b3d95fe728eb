package org.throughline.engine.recommending;

import java.util.ArrayList;
import java.util.List;

/** Says why a recommendation stands where it does: each part of its priority, never one opaque number. */
final class Explaining {

    private final Words words;

    Explaining(Words words) {
        this.words = words;
    }

    String of(Ranking.Ranked ranked) {
        Draft draft = ranked.draft();
        List<String> parts = new ArrayList<>();
        parts.add(words.say(
                draft.basis() == Basis.OBSERVED ? "class" : "assumed_class",
                "tier",
                draft.weight().tier().name(),
                "severity",
                draft.weight().severity().word(),
                "spread",
                Words.percent(draft.spread())));
        parts.add(draft.hours() == null ? words.say("not_quantified", leverage(draft)) : quantified(draft));
        parts.add(words.say(
                "effort",
                "size",
                draft.effort().size(),
                "days",
                Words.number(draft.effort().days())));
        parts.add(words.say("confidence", "share", Words.percent(draft.confidence())));
        if (ranked.lifting() != null) {
            parts.add(words.say(
                    "inherited",
                    "tier",
                    ranked.weight().tier().name(),
                    "title",
                    ranked.lifting().says().title()));
        }
        return String.join(" ", parts);
    }

    private String quantified(Draft draft) {
        return words.say(
                "quantified",
                "hours",
                Words.number(draft.hours()),
                "what",
                draft.hoursOf(),
                "leverage",
                Words.number(draft.weight().leverage()));
    }

    private static String[] leverage(Draft draft) {
        return new String[] {
            "leverage",
            Words.number(draft.weight().leverage()),
            "age",
            Words.number(draft.weight().ageDays())
        };
    }
}

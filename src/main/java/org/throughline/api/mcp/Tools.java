package org.throughline.api.mcp;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.advice.Advice;
import org.throughline.advice.Effect;
import org.throughline.advice.Recommendation;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Edit;
import org.throughline.app.WhatIf;
import org.throughline.app.Why;
import org.throughline.history.HistoryJson;
import org.throughline.history.State;
import org.throughline.portfolio.Followed;
import org.throughline.portfolio.Portfolios;
import org.throughline.report.AdviceJson;
import org.throughline.report.EffectJson;
import org.throughline.report.WhyJson;

/** What each tool does, by its name in {@code tools.json}. Answers are the documents that REST and the command line give. */
@Component
class Tools {

    private static final int CHANGES = 200;
    private static final int PORTFOLIOS = 500;

    private final Advisor advisor;
    private final Portfolios portfolios;
    private final GivenFacts facts;
    private final Sight sight;

    Tools(Advisor advisor, Portfolios portfolios, GivenFacts facts, Sight sight) {
        this.advisor = advisor;
        this.portfolios = portfolios;
        this.facts = facts;
        this.sight = sight;
    }

    Map<String, Function<Arguments, String>> byName() {
        return Map.of(
                "advise",
                this::advise,
                "explain_finding",
                asked -> why(asked, asked.text("finding"), null),
                "why_not",
                asked -> why(asked, asked.text("rule"), asked.text("subject")),
                "what_if",
                this::whatIf,
                "list_portfolios",
                asked -> listPortfolios(),
                "list_recommendations",
                this::listRecommendations);
    }

    /** Only what the first recommendations rest on: an assistant reads all that it is given. */
    private String advise(Arguments asked) {
        int top = asked.whole("top", 1, 100, 10);
        Advice all = facts.answer(asked).advice();
        Advice first = all.first(top);
        Set<String> named = first.recommendations().stream()
                .map(Recommendation::findings)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
        return AdviceJson.text(first.withFindings(all.findings().stream()
                .filter(finding -> named.contains(finding.id()))
                .toList()));
    }

    private String why(Arguments asked, String rule, @Nullable String subject) {
        Why why = Why.ask(rule, subject, advisor.rules(), facts.portfolio(asked));
        return text(out -> WhyJson.write(
                why.asked(), why.subject(), why.finding(), why.links(), why.follows(), why.reasons(), out));
    }

    private String whatIf(Arguments asked) {
        List<Edit> edits = asked.rows("changes", CHANGES, "table", "id", "column", "value").stream()
                .map(it -> new Edit(it.get(0), it.get(1), it.get(2), it.get(3)))
                .toList();
        Advisor fixed = advisor.fixed();
        Answer before = facts.answer(asked);
        Effect effect = WhatIf.effect(fixed, before.portfolio(), before.advice(), edits);
        return text(out -> EffectJson.write(effect, out));
    }

    private String listPortfolios() {
        return HistoryJson.text(Map.of(
                "items",
                portfolios.list("", PORTFOLIOS).stream()
                        .filter(card -> sight.sees(card.id()))
                        .toList()));
    }

    private String listRecommendations(Arguments asked) {
        int top = asked.whole("top", 1, 100, 20);
        String state = asked.textOrNull("state");
        if (state != null && Stream.of(State.values()).noneMatch(it -> it.word().equals(state))) {
            throw new WrongArgumentException(
                    "a state \"" + state + "\"",
                    "of " + Stream.of(State.values()).map(State::word).collect(Collectors.joining(", ")),
                    "Correct it, or leave it out for all.");
        }
        List<Followed> all = portfolios.recommendations(facts.snapshot(asked)).stream()
                .filter(it -> state == null || it.state().word().equals(state))
                .toList();
        return HistoryJson.text(
                Map.of("all", all.size(), "items", all.stream().limit(top).toList()));
    }

    private static String text(Consumer<OutputStream> document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.accept(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

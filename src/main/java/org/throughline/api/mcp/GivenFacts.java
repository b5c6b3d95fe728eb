package org.throughline.api.mcp;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.api.Meter;
import org.throughline.api.Sent;
import org.throughline.app.Advisor;
import org.throughline.app.Answer;
import org.throughline.app.Input;
import org.throughline.app.Input.SentFile;
import org.throughline.app.Request;
import org.throughline.app.UnusableException;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;
import org.throughline.history.SnapshotCard;
import org.throughline.portfolio.Portfolios;
import tools.jackson.databind.json.JsonMapper;

/** The facts that a tool is asked about: sent along, or of a snapshot that is kept. */
@Component
class GivenFacts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> WAYS = List.of("facts", "csv", "files", "portfolio");
    private static final int FILES = 50;

    private final Advisor advisor;
    private final Portfolios portfolios;
    private final Sight sight;
    private final Meter meter;

    GivenFacts(Advisor advisor, Portfolios portfolios, Sight sight, Meter meter) {
        this.advisor = advisor;
        this.portfolios = portfolios;
        this.sight = sight;
        this.meter = meter;
    }

    /** The facts with what the rules say of them. */
    Answer answer(Arguments asked) {
        if (way(asked).equals("portfolio")) {
            SnapshotCard snapshot = snapshot(asked);
            return new Answer(portfolios.facts(snapshot), portfolios.advice(snapshot));
        }
        return meter.count(() -> advisor.advise(input(asked), request(asked)));
    }

    /** The facts alone. */
    Portfolio portfolio(Arguments asked) {
        if (way(asked).equals("portfolio")) {
            return portfolios.facts(snapshot(asked));
        }
        Reading reading = advisor.read(input(asked), request(asked));
        if (reading.portfolio() == null) {
            throw new UnusableException(reading.problems());
        }
        return reading.portfolio();
    }

    /** The one that is named, or the latest of its portfolio. */
    SnapshotCard snapshot(Arguments asked) {
        String id = sight.seen(asked.text("portfolio"));
        int number = asked.whole("snapshot", 1, Integer.MAX_VALUE, 0);
        return number > 0
                ? portfolios.snapshot(id, number)
                : portfolios
                        .latest(id)
                        .orElseThrow(() -> new WrongArgumentException(
                                "portfolio " + id + " without a snapshot",
                                "a portfolio into which facts were imported",
                                "Import facts first, or send them along as facts."));
    }

    private static String way(Arguments asked) {
        List<String> ways = WAYS.stream().filter(asked::has).toList();
        if (ways.size() != 1) {
            throw new WrongArgumentException(
                    ways.isEmpty() ? "no facts" : String.join(" and ", ways) + " together",
                    "one of " + String.join(", ", WAYS),
                    "Send facts along, or name a portfolio that is kept here.");
        }
        String way = ways.get(0);
        String stray = way.equals("portfolio") ? "asOf" : "snapshot";
        if (asked.has(stray)) {
            throw new WrongArgumentException(
                    stray + " beside " + way,
                    way + " alone",
                    "Leave " + stray + " out: "
                            + (way.equals("portfolio") ? "a snapshot tells of its own day." : "it is of a portfolio."));
        }
        return way;
    }

    private static Input input(Arguments asked) {
        if (asked.has("facts")) {
            return Input.ofJson("facts", JSON.writeValueAsBytes(asked.object("facts")));
        }
        List<List<String>> files = asked.has("csv")
                ? List.of(List.of("use_cases.csv", asked.text("csv")))
                : asked.rows("files", FILES, "name", "content");
        List<SentFile> sent = new ArrayList<>();
        for (List<String> file : files) {
            byte[] content = file.get(1).getBytes(StandardCharsets.UTF_8);
            sent.add(new SentFile(file.get(0), () -> new java.io.ByteArrayInputStream(content)));
        }
        return Input.ofFiles(sent);
    }

    private static Request request(Arguments asked) {
        @Nullable LocalDate day = Sent.day(asked.textOrNull("asOf"));
        return Request.asOf(day == null ? LocalDate.now() : day);
    }

    /** What names the facts, in any of the ways. */
    static Stream<String> names() {
        return Stream.concat(WAYS.stream(), Stream.of("snapshot", "asOf"));
    }
}

package org.throughline.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.throughline.facts.Fact;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Team;
import org.throughline.facts.derived.AsOf;
import org.throughline.rulebook.RuleBook;

/** Fires the rules about parts of a portfolio that is elsewhere. It keeps nothing of a part, and may be shared by threads. */
public final class Worker {

    private final RuleBook book;
    private final Map<Fact, Integer> everywhere = new HashMap<>();
    private final Parts parts;
    private final Firing firing;
    private final AsOf asOf;
    private final Function<String, String> names;

    /**
     * @param book with the digest of that which advises
     * @param setting as {@link Workers} were given it
     */
    public Worker(RuleBook book, byte[] setting) {
        this.book = book;
        Portfolio context = context(setting);
        this.parts = Parts.of(context);
        this.asOf = new AsOf(context.asOf());
        this.names = Engine.names(context);
        this.firing = new Firing(book, context, names, Trace.NONE);
    }

    private Portfolio context(byte[] setting) {
        Unpacker in = new Unpacker(setting, Worker::none);
        LocalDate day = (LocalDate) in.value();
        Set<String> known =
                ((Collection<?>) in.value()).stream().map(String::valueOf).collect(Collectors.toSet());
        List<Fact> facts = in.facts(everywhere::put);
        List<Team> teams = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Team team) {
                teams.add(team);
            } else {
                people.add((Person) fact);
            }
        }
        return new Portfolio(day, Map.of(Kind.TEAM, teams, Kind.PERSON, people), known, "");
    }

    private static Fact none(int number) {
        throw new IllegalStateException("no fact " + number + " here");
    }

    /** What became of one part. */
    public byte[] fire(byte[] part) {
        Map<Fact, Integer> numbers = new HashMap<>(everywhere);
        List<Fact> facts = new Unpacker(part, Worker::none).facts(numbers::put);
        Outcome outcome = firing.fire(book.local(), parts.whole(facts)).drawn();
        List<Object> all = new ArrayList<>();
        outcome.reported.forEach(match -> all.add(Told.of(match, asOf, names)));
        all.addAll(outcome.unjudged);
        all.addAll(outcome.stakes);
        all.addAll(outcome.said);
        all.addAll(outcome.carried);
        all.addAll(outcome.streams);
        return new Packer(numbers).value(all).bytes();
    }
}

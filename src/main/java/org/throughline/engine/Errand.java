package org.throughline.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.throughline.facts.Fact;
import org.throughline.facts.Portfolio;

/** Has the rules about parts fire elsewhere, and takes what became of it back to the facts that are here. */
final class Errand {

    private final Portfolio portfolio;
    private final Workers workers;
    private final Map<Fact, Integer> numbers = new HashMap<>();
    private final List<Fact> facts;

    Errand(Portfolio portfolio, Workers workers) {
        this.portfolio = portfolio;
        this.workers = workers;
        this.facts = portfolio.all();
        for (Fact fact : facts) {
            numbers.put(fact, numbers.size());
        }
    }

    Outcome fired(int partSize) {
        List<byte[]> parts = Parts.of(portfolio).cut(partSize).parallelStream()
                .map(part -> new Packer(numbers).facts(part).bytes())
                .toList();
        Outcome all = new Outcome();
        workers.fire(setting(), parts).parallelStream()
                .map(this::unpacked)
                .toList()
                .forEach(outcome -> outcome.forEach(all::take));
        return all;
    }

    /** What every part may refer to. */
    private byte[] setting() {
        List<Fact> everywhere = new ArrayList<>(portfolio.teams());
        everywhere.addAll(portfolio.people());
        return new Packer(numbers)
                .value(portfolio.asOf())
                .value(portfolio.known())
                .facts(everywhere)
                .bytes();
    }

    private Collection<?> unpacked(byte[] outcome) {
        Object value = new Unpacker(outcome, facts::get).value();
        return value instanceof Collection<?> many ? many : List.of();
    }
}

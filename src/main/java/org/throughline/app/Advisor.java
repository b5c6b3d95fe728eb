package org.throughline.app;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.throughline.advice.Advice;
import org.throughline.engine.Engine;
import org.throughline.engine.RuleTimes;
import org.throughline.engine.Workers;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Problem;
import org.throughline.facts.Reading;
import org.throughline.intake.IntakeOptions;
import org.throughline.rulebook.safe.RunawayRuleException;

/** From files to advice. It has its rules, keeps of what it reads only what somebody supposes things of, and may be
 * shared by threads. */
public final class Advisor {

    private final Supplier<Rules> rules;
    private final RuleTimes times;
    private final Standby standby;

    public Advisor(Rules rules) {
        this(() -> rules, RuleTimes.NOBODY, new Standby());
    }

    /**
     * @param rules asked at the beginning of each work, which keeps those to its end
     * @param times told how long each rule works on facts as they are; what is supposed of them is left out
     */
    public Advisor(Supplier<Rules> rules, RuleTimes times) {
        this(rules, times, new Standby());
    }

    private Advisor(Supplier<Rules> rules, RuleTimes times, Standby standby) {
        this.rules = rules;
        this.times = times;
        this.standby = standby;
    }

    /** One whose rules stay those of this moment, for a work of several steps. */
    public Advisor fixed() {
        Rules now = rules.get();
        return new Advisor(() -> now, times, standby);
    }

    /**
     * The whole sequence: read, judge, recommend.
     *
     * @throws UnusableException if nothing in the input could be used, or the rules are faulty
     */
    public Answer advise(Input input, Request request) {
        Rules now = rules.get();
        now.prepare(); // on a second core, while this one reads
        return advise(input.read(options(now, request)), now);
    }

    /**
     * Its second half, for whoever looked at the first.
     *
     * @throws UnusableException if nothing was read that could be used, or the rules are faulty
     */
    public Answer advise(Reading reading) {
        return advise(reading, rules.get());
    }

    private Answer advise(Reading reading, Rules now) {
        return answer(reading, facts -> judge(now, facts));
    }

    private static Answer answer(Reading reading, Function<Portfolio, Advice> judge) {
        Portfolio portfolio = reading.portfolio();
        if (portfolio == null) {
            throw new UnusableException(reading.problems());
        }
        return new Answer(portfolio, judge.apply(portfolio).withProblems(reading.problems()));
    }

    /**
     * The whole sequence, with the rules about parts of the facts fired by others.
     *
     * @param workers who have the rules as they were {@link Rules#sent sent}
     * @throws UnusableException if nothing in the input could be used, or the rules are faulty
     */
    public Answer advise(Input input, Request request, Workers workers) {
        Rules now = rules.get();
        now.prepare();
        return answer(input.read(options(now, request)), facts -> Engine.advise(now.book(), facts, workers));
    }

    /** Its rules. */
    public Rules rules() {
        return rules.get();
    }

    /**
     * What they say of facts that were read before.
     *
     * @throws UnusableException if the rules are faulty
     */
    public Advice advise(Portfolio facts) {
        return judge(rules.get(), facts);
    }

    /**
     * What they would say if facts were otherwise; soon, where somebody asked the like of the same facts before.
     *
     * @param facts as they are
     * @throws UnusableException if the rules are faulty
     */
    public Advice advise(Portfolio facts, Portfolio supposed) {
        return watched(() -> standby.advise(rules.get().book(), facts, supposed));
    }

    private Advice judge(Rules rules, Portfolio portfolio) {
        return watched(() -> Engine.advise(rules.book(), portfolio, times));
    }

    /** Says of a rule that had to be stopped which it was. */
    static <T> T watched(Supplier<T> firing) {
        try {
            return firing.get();
        } catch (RunawayRuleException stopped) {
            throw UnusableException.of(
                    "rules",
                    "The rule \"" + stopped.rule() + "\" was stopped: " + stopped.reason() + ".",
                    "Rules that join the facts they compare.",
                    "Join its conditions (useCaseId == $id), or take the last change of it back.");
        }
    }

    /** Only its first step: what was recognised, and everything that is wrong with it. */
    public Reading read(Input input, Request request) {
        return input.read(options(rules.get(), request));
    }

    /**
     * Copies of the input's files, each with a column of what is wrong in it.
     *
     * @param problems those that reading gave
     * @param words how a problem is put beside its row
     */
    public List<Annotated> annotated(
            Input input, Request request, List<Problem> problems, Function<Problem, String> words) {
        return input.annotated(problems, words, options(rules.get(), request)).stream()
                .map(Annotated::new)
                .toList();
    }

    private static IntakeOptions options(Rules rules, Request request) {
        return IntakeOptions.of(request.asOf(), rules.vocabulary())
                .withMappings(rules::mappings)
                .withMapping(rules.mapping(request.mapping()))
                .withHoursPerDay(request.hoursPerDay())
                .withStrict(request.strict())
                .withLimits(Settings.limits());
    }
}

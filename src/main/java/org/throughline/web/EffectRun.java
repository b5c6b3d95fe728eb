package org.throughline.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Change;
import org.throughline.advice.Effect;
import org.throughline.app.RuleDraft;
import org.throughline.app.UnusableException;
import org.throughline.facts.Portfolio;

/** Other rules tried on one organisation after the other, with a way to see how far it is and to end it. Shared by threads. */
public final class EffectRun implements Runnable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String key;
    private final String title;
    private final String back;
    private final RuleDraft rules;
    private final List<Organisation> organisations;
    private final List<Told> told = new CopyOnWriteArrayList<>();

    private volatile String doing = "Waits for its turn";
    private volatile String refusal = "";
    private volatile boolean cancelled;
    private volatile boolean over;

    /** @param facts read when its turn comes */
    record Organisation(String key, String title, Supplier<Portfolio> facts) {}

    /**
     * What is different for one organisation.
     *
     * @param key of its pages
     * @param conditions by the id of a finding that comes or goes, the condition that makes the difference
     */
    public record Told(String key, String title, Effect effect, Map<String, String> conditions) {

        /** How many appear, vanish or differ. */
        public long count(String verb) {
            return effect.changes().stream()
                    .filter(change -> change.verb().equals(verb))
                    .count();
        }

        public List<Change> findings() {
            return effect.of(Change.Part.FINDING);
        }

        public List<Change> recommendations() {
            return effect.of(Change.Part.RECOMMENDATION);
        }
    }

    EffectRun(String key, String title, String back, RuleDraft rules, List<Organisation> organisations) {
        this.key = key;
        this.title = title;
        this.back = back;
        this.rules = rules;
        this.organisations = List.copyOf(organisations);
    }

    @Override
    public void run() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Organisation each : organisations) {
                if (cancelled || System.nanoTime() > end) {
                    break;
                }
                doing = each.title();
                told.add(tell(each));
            }
        } catch (UnusableException e) {
            refusal = "The rules cannot be used: " + e.problems().get(0).found() + " "
                    + e.problems().get(0).fix();
        } catch (RuntimeException e) {
            refusal = "Something went wrong that should not have: " + e;
        } finally {
            over = true;
        }
    }

    private Told tell(Organisation each) {
        Portfolio facts = each.facts().get();
        Effect effect = rules.effect(facts);
        return new Told(each.key(), each.title(), effect, rules.conditions(effect, facts));
    }

    void cancel() {
        cancelled = true;
    }

    public String key() {
        return key;
    }

    /** Which rules, in words. */
    public String title() {
        return title;
    }

    /** Where somebody asked for it. */
    public String back() {
        return back;
    }

    public boolean isOver() {
        return over;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Why it ended before its time, or empty. */
    public String refusal() {
        return refusal;
    }

    public String doing() {
        return doing;
    }

    public int all() {
        return organisations.size();
    }

    /** Those that are done, in their order. */
    public List<Told> told() {
        return told;
    }

    public int percent() {
        return organisations.isEmpty() ? 100 : told.size() * 100 / organisations.size();
    }

    /** Over all of them. */
    public long count(String verb) {
        return told.stream().mapToLong(each -> each.count(verb)).sum();
    }

    /** What was left out, in a sentence; null where nothing was. */
    public @Nullable String left() {
        int left = organisations.size() - told.size();
        if (!over || left == 0) {
            return null;
        }
        return left + " of " + organisations.size() + " were not looked at: "
                + (cancelled ? "you ended it." : refusal.isEmpty() ? "it took more than two minutes." : "see above.");
    }
}

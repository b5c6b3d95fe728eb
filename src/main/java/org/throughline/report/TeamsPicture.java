package org.throughline.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Handoff;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Step;
import org.throughline.facts.Team;

/**
 * Which team hands to which. Work goes back and forth, so a team stands on both sides, once as the one that hands over and once as the one
 * that takes over: there is no circle to draw.
 *
 * @param measure what the width of a band shows
 * @param drawn the widest of the links, as many as can be told apart
 */
public record TeamsPicture(List<Link> links, List<Link> drawn, String measure, String summary) {

    private static final int DRAWN = 24;

    /** @param waitH hours that an item waits at these handoffs together, null where one of them is not known */
    public record Link(
            String fromId,
            String from,
            String toId,
            String to,
            int handoffs,
            @Nullable BigDecimal waitH) {

        public String waiting() {
            return waitH == null ? "not known" : Words.number(waitH) + " h";
        }

        private Link and(Link other) {
            BigDecimal both = waitH == null || other.waitH == null ? null : waitH.add(other.waitH);
            return new Link(fromId, from, toId, to, handoffs + other.handoffs, both);
        }
    }

    /** Null where no handoff passes between two known teams. */
    public static @Nullable TeamsPicture of(Portfolio portfolio) {
        List<Link> links = new Between(portfolio).links();
        if (links.isEmpty()) {
            return null;
        }
        boolean timed = links.stream()
                .allMatch(link -> link.waitH() != null && link.waitH().signum() > 0);
        List<Link> sorted = links.stream().sorted(timed ? BY_WAIT : BY_NUMBER).toList();
        return new TeamsPicture(
                sorted,
                sorted.stream().limit(DRAWN).toList(),
                timed ? "hours that an item waits" : "number of handoffs",
                summary(sorted, timed));
    }

    private static final Comparator<Link> BY_NAME = Comparator.comparing(Link::from)
            .thenComparing(Link::to)
            .thenComparing(Link::fromId)
            .thenComparing(Link::toId);
    private static final Comparator<Link> BY_NUMBER =
            Comparator.comparing((Link link) -> -link.handoffs()).thenComparing(BY_NAME);
    private static final Comparator<Link> BY_WAIT = Comparator.comparing((Link link) ->
                    link.waitH() == null ? BigDecimal.ZERO : link.waitH().negate())
            .thenComparing(BY_NAME);

    private static String summary(List<Link> sorted, boolean timed) {
        int handoffs = sorted.stream().mapToInt(Link::handoffs).sum();
        return Words.count(handoffs, "handoff") + " between teams." + most(sorted, timed);
    }

    /** What stands out, if anything does. */
    private static String most(List<Link> sorted, boolean timed) {
        Link first = sorted.get(0);
        if (timed) {
            return " The longest wait is from " + first.from() + " to " + first.to() + ": " + first.waiting() + ".";
        }
        boolean alone = sorted.size() == 1 || sorted.get(1).handoffs() < first.handoffs();
        return alone ? " Most go from " + first.from() + " to " + first.to() + ": " + first.handoffs() + "." : "";
    }

    void data(Json json) {
        boolean timed = measure.startsWith("hours");
        json.text("measure", measure);
        json.objects("links", drawn, link -> {
            json.text("fromId", link.fromId());
            json.text("from", link.from());
            json.text("toId", link.toId());
            json.text("to", link.to());
            json.put("value", timed ? link.waitH() : BigDecimal.valueOf(link.handoffs()));
        });
    }

    /** Joins handoffs with the teams of their two steps. */
    private static final class Between {

        private final Portfolio portfolio;
        private final Map<String, Step> steps = new HashMap<>();
        private final Map<String, Team> teams = new HashMap<>();

        private Between(Portfolio portfolio) {
            this.portfolio = portfolio;
            portfolio.steps().forEach(step -> steps.putIfAbsent(step.key(), step));
            portfolio.teams().forEach(team -> teams.putIfAbsent(team.id(), team));
        }

        private List<Link> links() {
            Map<List<String>, Link> links = new HashMap<>();
            for (Handoff handoff : portfolio.handoffs()) {
                @Nullable Link link = link(handoff);
                if (link != null) {
                    links.merge(List.of(link.fromId(), link.toId()), link, Link::and);
                }
            }
            return new ArrayList<>(links.values());
        }

        private @Nullable Link link(Handoff handoff) {
            @Nullable Step to = steps.get(handoff.workflowId() + "/" + handoff.toStepId());
            @Nullable String from = team(steps.get(handoff.workflowId() + "/" + handoff.fromStepId()));
            @Nullable String next = team(to);
            if (to == null || from == null || next == null || from.equals(next)) {
                return null;
            }
            return new Link(from, name(from), next, name(next), 1, larger(handoff.waitH(), to.waitBeforeH()));
        }

        private static @Nullable String team(@Nullable Step step) {
            return step == null ? null : step.teamId();
        }

        private String name(String id) {
            Team team = teams.get(id);
            return Words.clean(team == null ? id : team.label());
        }

        /** Both describe the same interval. */
        private static @Nullable BigDecimal larger(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null ? b : b == null ? a : a.max(b);
        }
    }
}

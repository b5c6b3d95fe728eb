package org.throughline.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.history.DecisionCard;
import org.throughline.history.Figures;
import org.throughline.history.Handling;
import org.throughline.history.Health;
import org.throughline.history.Link;
import org.throughline.history.Outcome;
import org.throughline.history.Pace;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;
import org.throughline.history.Trend;

/** Organisations over time, for a terminal. */
public final class PortfolioText {

    private static final int INDENT = 2;
    private static final int LABEL = 14;
    private static final int COLUMN = 18;
    private static final int SHOWN = 10;

    private final Page page;

    public PortfolioText(Screen screen, Appendable out) {
        this(new Page(screen, out));
    }

    PortfolioText(Page page) {
        this.page = page;
    }

    /** A sentence. */
    public void say(String sentence) {
        page.paragraph(0, sentence);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - Paragraph.width(text)));
    }

    /** One line each. */
    public void list(List<PortfolioCard> portfolios) {
        if (portfolios.isEmpty()) {
            page.paragraph(0, "There is no portfolio yet. portfolio import ID PATH... begins one.");
        }
        int width =
                portfolios.stream().mapToInt(card -> card.id().length()).max().orElse(0) + INDENT;
        portfolios.forEach(card -> page.hang(
                padded(card.id(), width),
                width,
                Words.clean(card.name()) + " · " + Words.count(card.snapshots(), "snapshot")));
    }

    /** Its snapshots, how it stands and what is waited for. */
    public void show(PortfolioCard card, List<SnapshotCard> snapshots, @Nullable Trend trend) {
        page.paragraph(0, Words.clean(card.name()), Page.Style.BOLD);
        page.paragraph(
                0,
                card.id() + " · followed since " + card.createdAt().toString().substring(0, 10));
        if (snapshots.isEmpty()) {
            page.blank();
            page.paragraph(0, "Nothing was imported yet: portfolio import " + card.id() + " PATH...");
            return;
        }
        if (trend != null) {
            trend(trend);
        }
    }

    /** Scale health over time, with a mark where rules changed. */
    public void trend(Trend trend) {
        page.heading("Scale health over time");
        page.print("  snapshot  as of       health  between         live  standards  waiting");
        for (Trend.Point point : trend.points()) {
            if (point.breaks()) {
                page.paragraph(INDENT, "--- other rules from here on; all is scored by those of today", Page.Style.DIM);
            }
            page.print("  %8d  %s  %s".formatted(point.snapshot(), point.asOf(), figures(point.figures())));
        }
        if (trend.isPartial()) {
            page.blank();
            page.paragraph(0, "Some are not scored by the rules of today yet: portfolio assess does that.");
        }
    }

    private static String figures(@Nullable Figures figures) {
        if (figures == null) {
            return "not scored by the rules of today";
        }
        Health health = figures.health();
        Pace pace = figures.pace();
        return "%6s  %-14s  %4d  %9d  %7d"
                .formatted(
                        number(health.figure()),
                        Words.number(health.low()) + " and " + Words.number(health.high()),
                        pace.live(),
                        pace.standards(),
                        pace.waitingProofs());
    }

    private static String number(@Nullable BigDecimal figure) {
        return figure == null ? "–" : Words.number(figure);
    }

    /** One figure with its interval, the article's sections, and what takes most. */
    public void health(Figures figures) {
        Health health = figures.health();
        page.heading("Scale health: " + number(health.figure()) + " of 100");
        page.paragraph(
                INDENT,
                "Between " + Words.number(health.low()) + ", if all that is unknown has failed, and "
                        + Words.number(health.high()) + ", if it has passed. All risks count, also those that were"
                        + " declined.");
        page.blank();
        for (Health.Section section : health.sections()) {
            String of = "%5s (%s to %s)"
                    .formatted(number(section.figure()), Words.number(section.low()), Words.number(section.high()));
            page.hang("  " + padded(of, 24), 26, section.name());
        }
        most(health);
        pace(figures.pace());
    }

    private void most(Health health) {
        List<Health.Part> worst = health.parts().stream()
                .filter(part -> part.lost().signum() > 0)
                .sorted(java.util.Comparator.comparing(Health.Part::lost)
                        .reversed()
                        .thenComparing(Health.Part::diagnostic))
                .limit(5)
                .toList();
        if (!worst.isEmpty()) {
            page.heading("What takes most");
        }
        worst.forEach(part -> page.hang(
                "  %5s  %-3s  ".formatted("-" + Words.number(part.lost()), part.diagnostic()),
                14,
                part.title() + " (" + part.failed() + " of " + part.of() + ")"));
    }

    private void pace(Pace pace) {
        page.heading("Pace");
        line("Pilots made the standard within a year", pace.conversionPercent(), "%", pace.conversionOf());
        line("From proof to decision, median", pace.decisionDays(), "days", 0);
        line("Age of open pilots, median", pace.pilotDays(), "days", 0);
        line("Team changes per item", pace.teamChanges(), "", 0);
        line("Lead time in which somebody works", pace.activityPercent(), "%", 0);
    }

    private void line(String label, @Nullable BigDecimal figure, String unit, int of) {
        String value = figure == null ? "not known" : Words.amount(figure, unit);
        page.labelled(INDENT, label, 44, value + (of > 0 ? " of " + Words.number(of) : ""));
    }

    /** The proofs that wait, the longest first. */
    public void clock(DecisionCard.Clock clock) {
        if (clock.waiting().isEmpty()) {
            return;
        }
        page.heading("Waiting for a decision");
        clock.waiting().stream().limit(SHOWN).forEach(card -> {
            String since = card.since() == null ? "since when is not known" : "since " + card.since();
            String days = card.days() == null ? "" : ", " + Words.count(card.days(), "day");
            String cost = card.hoursPerWeek() == null
                    ? ""
                    : "; each week costs " + Words.amount(card.hoursPerWeek(), "hours");
            page.paragraph(INDENT, Words.clean(card.name()), Page.Style.BOLD);
            page.paragraph(2 * INDENT, since + days + cost);
            page.paragraph(2 * INDENT, "decides: " + (card.decider().isBlank() ? "nobody is named" : card.decider()));
        });
        more(clock.waiting().size());
        String ways = clock.ways().stream().map(DecisionCard.Way::title).collect(Collectors.joining("; or "));
        page.blank();
        page.paragraph(INDENT, "The ways out: " + ways + ". More waiting is none of them.");
    }

    private void more(int all) {
        if (all > SHOWN) {
            page.paragraph(INDENT, "and " + (all - SHOWN) + " more");
        }
    }

    /** What became of advice, by verdict. */
    public void outcomes(Collection<Outcome> outcomes) {
        Map<Outcome.Verdict, List<Outcome>> by =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::verdict, TreeMap::new, Collectors.toList()));
        if (by.isEmpty()) {
            return;
        }
        page.heading("What became of the advice");
        by.forEach((verdict, of) -> {
            page.paragraph(INDENT, words(verdict) + ": " + of.size(), Page.Style.BOLD);
            if (verdict != Outcome.Verdict.STILL_OPEN && verdict != Outcome.Verdict.NEW) {
                of.stream().limit(SHOWN).forEach(this::outcome);
                more(of.size());
            }
        });
    }

    private void outcome(Outcome outcome) {
        page.paragraph(2 * INDENT, Words.clean(outcome.title()));
        outcome.evidence().forEach(line -> page.paragraph(3 * INDENT, Words.clean(line), Page.Style.DIM));
    }

    private static String words(Outcome.Verdict verdict) {
        return switch (verdict) {
            case NEW -> "New";
            case STILL_OPEN -> "Still open";
            case RESOLVED -> "Resolved by facts";
            case FIXED_ON_PAPER -> "Fixed on paper: a field was filled, and nothing moved";
            case CAME_BACK -> "Came back";
            case CANNOT_TELL -> "Cannot be told any more";
            case SUBJECT_GONE -> "What it was about is no longer there";
        };
    }

    /** What people said of recommendations, those that they touched. */
    public void handlings(Map<String, Handling> byTitle) {
        if (byTitle.isEmpty()) {
            return;
        }
        page.heading("In hand");
        byTitle.forEach((title, it) -> {
            page.labelled(INDENT, Words.spaced(it.state().word()), LABEL, Words.clean(title));
            page.paragraph(LABEL, detail(it), Page.Style.DIM);
        });
    }

    private static String detail(Handling it) {
        StringBuilder words = new StringBuilder(it.recommendation());
        words.append(it.owner() == null ? "" : " · " + Words.clean(it.owner()));
        words.append(it.due() == null ? "" : " · due " + it.due());
        words.append(it.reason() == null ? "" : " · " + it.reason());
        words.append(it.until() == null ? "" : " · until " + it.until());
        if (it.state() == State.DECLINED && it.until() == null) {
            words.append(" · for good");
        }
        return words.toString();
    }

    /** Pairs of ids that somebody has to say something about, and those that were taken for one. */
    public void links(List<Link> links) {
        List<Link> asked = links.stream()
                .filter(link -> link.status() == Link.Status.CANDIDATE)
                .toList();
        if (!asked.isEmpty()) {
            page.heading("Perhaps the same");
            asked.stream().limit(SHOWN).forEach(link -> {
                page.labelled(INDENT, Words.spaced(link.type().word()), COLUMN, link.oldId() + " = " + link.newId());
                page.paragraph(COLUMN, Words.clean(link.evidence()), Page.Style.DIM);
            });
            more(asked.size());
        }
    }
}

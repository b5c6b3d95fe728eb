package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Handoff;
import org.throughline.facts.Step;
import org.throughline.facts.StepKind;
import org.throughline.facts.UseCase;
import org.throughline.findings.Evidence;
import org.throughline.findings.Severity;
import org.throughline.findings.Subject;

/** B. Untouched environment: touched workflows only. */
final class Environment {

    private static final int SETTLING_DAYS = 30;
    private static final BigDecimal HANDOFF_PERCENT = BigDecimal.TEN;
    private static final BigDecimal ACTIVITY_PERCENT = BigDecimal.valueOf(15);
    private static final BigDecimal SAVING_PERCENT = BigDecimal.valueOf(5);
    private static final int TEAM_CHANGES = 5;
    private static final int STEPS = 4;
    private static final int TEAM_CHANGE_PERCENT = 60;
    private static final BigDecimal APPROVAL_PERCENT = BigDecimal.valueOf(20);
    private static final BigDecimal LOAD_PERCENT = BigDecimal.valueOf(85);
    private static final int FOCUSED = 2;
    private static final BigDecimal FOCUS_PERCENT = BigDecimal.valueOf(50);

    private final Lookup lookup;
    private final Found found;

    Environment(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge(Place place) {
        if (!place.touched) {
            return;
        }
        for (Handoff handoff : place.handoffs) {
            BigDecimal wait = place.waits.get(handoff.toStepId());
            boolean waits = Shares.atLeast(wait, place.leadTime, HANDOFF_PERCENT);
            if (waits) {
                untouchedHandoff(place, handoff, wait);
            }
            nobodyNext(handoff, waits ? HIGH : MEDIUM);
        }
        place.cases.forEach(one -> waitingDominates(place, one));
        place.cases.forEach(one -> offConstraint(place, one));
        coordinationOverhead(place);
        standingApprovals(place);
        floodedNextStep(place);
        singleStepFocus(place);
    }

    private void untouchedHandoff(Place place, Handoff handoff, BigDecimal wait) {
        for (Case one : place.cases) {
            if (one.live && beside(one, handoff) && unchangedSince(handoff, one.fact.startedOn())) {
                found.add(
                        Check.B1,
                        HIGH,
                        handoff,
                        "Work waits " + wait + " of " + place.leadTime + " hours here, as before " + one.fact.label()
                                + ".",
                        cell(one.fact, Columns.STARTED),
                        cell(handoff, Columns.HANDOFF_WAIT),
                        cell(handoff, Columns.HANDOFF_CHANGED));
                return;
            }
        }
    }

    private boolean beside(Case one, Handoff handoff) {
        Step step = one.step();
        return step != null
                && lookup.startedOver(one, SETTLING_DAYS)
                && (step.id().equals(handoff.fromStepId()) || step.id().equals(handoff.toStepId()));
    }

    private static boolean unchangedSince(Handoff handoff, @Nullable LocalDate day) {
        LocalDate changed = handoff.changedOn();
        return changed == null ? absent(handoff, Columns.HANDOFF_CHANGED) : day != null && changed.isBefore(day);
    }

    private void nobodyNext(Handoff handoff, Severity severity) {
        if (absent(handoff, Columns.NEXT_ACTOR)) {
            found.add(
                    Check.B4,
                    severity,
                    handoff,
                    "Nobody is named who acts next.",
                    cell(handoff, Columns.NEXT_ACTOR),
                    cell(handoff, Columns.HANDOFF_WAIT));
        }
    }

    private void waitingDominates(Place place, Case one) {
        if (!one.live || !Shares.under(place.processTime, place.leadTime, ACTIVITY_PERCENT)) {
            return;
        }
        BigDecimal saving = saving(one);
        if (Shares.under(saving, place.leadTime, SAVING_PERCENT)) {
            found.add(
                    Check.B2,
                    HIGH,
                    one.fact,
                    "It saves " + saving + " of " + place.leadTime + " hours, of which " + place.processTime
                            + " are work.",
                    cell(one.fact, Columns.SAVED),
                    cell(place.fact, Columns.LEAD_TIME));
        }
    }

    private static @Nullable BigDecimal saving(Case one) {
        UseCase u = one.fact;
        BigDecimal claimed = absent(u, Columns.SAVED) ? BigDecimal.ZERO : u.hoursSavedPerItem();
        Step step = one.step();
        BigDecimal most = step == null ? null : step.processTimeH();
        return claimed == null ? most : most == null ? claimed : claimed.min(most);
    }

    private void offConstraint(Place place, Case one) {
        Step step = one.active ? one.step() : null;
        if (step != null && place.constraint != null && step != place.constraint) {
            found.add(
                    Check.B3,
                    MEDIUM,
                    one.fact,
                    "It is on " + step.label() + ", and " + place.constraint.label() + " limits " + place.fact.label()
                            + ".",
                    cell(one.fact, Columns.STEP),
                    cell(place.constraint, Columns.CAPACITY),
                    cell(place.constraint, Columns.PROCESS_TIME));
        }
    }

    private void coordinationOverhead(Place place) {
        int steps = place.steps.size();
        int changes = place.order == null ? 0 : teamChanges(place.order);
        boolean often = steps >= STEPS && changes * 100 > (steps - 1) * TEAM_CHANGE_PERCENT;
        if (changes > TEAM_CHANGES || often) {
            List<Evidence> evidence = new ArrayList<>(steps);
            place.order.forEach(step -> evidence.add(cell(step, Columns.STEP_TEAM)));
            found.add(
                    Check.B5,
                    MEDIUM,
                    Subject.of(place.fact),
                    "Work changes teams " + changes + " times over " + steps + " steps.",
                    evidence);
        }
    }

    /** 0 where a team is not named. */
    private static int teamChanges(List<Step> order) {
        int changes = 0;
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).teamId() == null) {
                return 0;
            }
            changes += i > 0 && !order.get(i).teamId().equals(order.get(i - 1).teamId()) ? 1 : 0;
        }
        return changes;
    }

    private void standingApprovals(Place place) {
        LocalDate firstStart = firstStart(place);
        List<Step> standing = new ArrayList<>(2);
        boolean together = false;
        BigDecimal sum = BigDecimal.ZERO;
        boolean before = false;
        for (Step step : place.order == null ? place.steps : place.order) {
            boolean stands = step.kind() == StepKind.APPROVAL && unchangedSince(step, firstStart);
            together |= stands && before && place.order != null;
            before = stands;
            if (stands) {
                BigDecimal time = place.timeAt(step);
                sum = sum == null || time == null ? null : sum.add(time);
                standing.add(step);
            }
        }
        if (together || Shares.over(sum, place.leadTime, APPROVAL_PERCENT)) {
            report(place, standing, sum);
        }
    }

    private void report(Place place, List<Step> standing, @Nullable BigDecimal sum) {
        List<Evidence> evidence = new ArrayList<>(2 * standing.size());
        for (Step step : standing) {
            evidence.add(cell(step, Columns.STEP_KIND));
            evidence.add(cell(step, Columns.STEP_CHANGED));
        }
        found.add(
                Check.B6,
                HIGH,
                Subject.of(place.fact),
                standing.size() + " approvals stand as before and take " + sum + " hours.",
                evidence);
    }

    private static @Nullable LocalDate firstStart(Place place) {
        LocalDate first = null;
        for (Case one : place.cases) {
            LocalDate day = one.fact.startedOn();
            if (one.live && day != null && (first == null || day.isBefore(first))) {
                first = day;
            }
        }
        return first;
    }

    private static boolean unchangedSince(Step step, @Nullable LocalDate day) {
        LocalDate changed = step.changedOn();
        return changed == null ? absent(step, Columns.STEP_CHANGED) : day != null && changed.isBefore(day);
    }

    private void floodedNextStep(Place place) {
        BigDecimal items = place.fact.itemsPerMonth();
        if (items == null || place.order == null) {
            return;
        }
        Set<BigDecimal> seen = new HashSet<>();
        for (Case one : place.cases) {
            Step step = one.live ? one.step() : null;
            if (step != null && seen.add(step.seq().stripTrailingZeros())) {
                flooded(place, one, step, items);
            }
        }
    }

    /** Its next steps; several live use cases may share them. */
    private void flooded(Place place, Case one, Step step, BigDecimal items) {
        BigDecimal next = null;
        for (Step each : place.order) {
            int after = each.seq().compareTo(next == null ? step.seq() : next);
            if (next == null ? after > 0 : after == 0) {
                next = each.seq();
                BigDecimal capacity = each.capacityPerMonth();
                if (capacity != null && Shares.compare(items, capacity, LOAD_PERCENT) >= 0) {
                    report(place, one, each);
                }
            }
        }
    }

    private void report(Place place, Case one, Step flooded) {
        found.add(
                Check.B7,
                HIGH,
                flooded,
                place.fact.itemsPerMonth() + " items a month meet a capacity of " + flooded.capacityPerMonth() + ".",
                cell(place.fact, Columns.ITEMS),
                cell(flooded, Columns.CAPACITY),
                cell(one.fact, Columns.STEP));
    }

    private void singleStepFocus(Place place) {
        Step on = null;
        int count = 0;
        for (Case one : place.cases) {
            Step step = one.active ? one.step() : null;
            if (step != null && on != null && step != on) {
                return;
            }
            count += step == null ? 0 : 1;
            on = step == null ? on : step;
        }
        if (count >= FOCUSED && Shares.under(place.timeAt(on), place.leadTime, FOCUS_PERCENT)) {
            found.add(
                    Check.B8,
                    MEDIUM,
                    place.fact,
                    count + " use cases are on " + on.label() + ", which takes " + place.timeAt(on) + " of "
                            + place.leadTime + " hours.",
                    cell(on, Columns.STEP_ID),
                    cell(on, Columns.PROCESS_TIME),
                    cell(place.fact, Columns.LEAD_TIME));
        }
    }
}

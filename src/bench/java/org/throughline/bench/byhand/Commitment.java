package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;
import static org.throughline.bench.byhand.Columns.unknown;
import static org.throughline.bench.byhand.Found.cell;
import static org.throughline.findings.Severity.CRITICAL;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.AdoptionMode;
import org.throughline.facts.Decision;
import org.throughline.facts.DecisionKind;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Stage;
import org.throughline.facts.Team;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;
import org.throughline.findings.Evidence;
import org.throughline.findings.Subject;

/** C. No commitment. */
final class Commitment {

    private static final int INFORMAL_TEAMS = 3;
    private static final int DIVERGENT = 2;
    private static final BigDecimal USAGE_PERCENT = BigDecimal.valueOf(50);
    private static final int ADOPTIONS = 5;
    private static final int ADOPTING_TEAMS = 3;

    private final Lookup lookup;
    private final Found found;

    Commitment(Lookup lookup, Found found) {
        this.lookup = lookup;
        this.found = found;
    }

    void judge(Case one) {
        if (one.live) {
            owner(one);
            informalAdoption(one);
            divergentPractice(one);
            noMandate(one);
        }
        if (one.declared) {
            unchangedResponsibilities(one);
            unchangedExpectations(one);
            paperStandard(one);
        }
    }

    private void owner(Case one) {
        UseCase u = one.fact;
        if (!absent(u, Columns.OUTCOME_OWNER)) {
            return;
        }
        if (u.pilotOwnerId() != null || u.sponsorId() != null) {
            found.add(
                    Check.C2,
                    HIGH,
                    u,
                    "The pilot has an owner, its outcome has none.",
                    cell(u, Columns.PILOT_OWNER),
                    cell(u, Columns.OUTCOME_OWNER),
                    cell(u, Columns.SPONSOR));
        } else if (absent(u, Columns.PILOT_OWNER) && absent(u, Columns.SPONSOR)) {
            boolean deployed = u.stage() == Stage.IN_USE || u.stage() == Stage.STANDARD;
            found.add(
                    Check.C1,
                    deployed ? CRITICAL : HIGH,
                    u,
                    "Nobody owns it.",
                    cell(u, Columns.STAGE),
                    cell(u, Columns.PILOT_OWNER),
                    cell(u, Columns.OUTCOME_OWNER),
                    cell(u, Columns.SPONSOR));
        }
    }

    private void informalAdoption(Case one) {
        UseCase u = one.fact;
        if (!one.active || u.teamId() == null && !absent(u, Columns.TEAM)) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Adoption adoption : one.adoptions) {
            if (adoption.mode() == AdoptionMode.INFORMAL && !adoption.teamId().equals(u.teamId())) {
                evidence.add(cell(adoption, Columns.MODE));
            }
        }
        if (!evidence.isEmpty()) {
            found.add(
                    Check.C3,
                    evidence.size() >= INFORMAL_TEAMS ? HIGH : MEDIUM,
                    Subject.of(u),
                    evidence.size() + " other teams took it up on their own.",
                    evidence);
        }
    }

    private void divergentPractice(Case one) {
        if (one.adoptions.size() < DIVERGENT) {
            return;
        }
        Set<String> teams = new HashSet<>();
        Set<String> variants = new HashSet<>();
        List<Evidence> evidence = new ArrayList<>(one.adoptions.size());
        for (Adoption adoption : one.adoptions) {
            teams.add(adoption.teamId());
            adoption.variants().forEach(variant -> variants.add(Texts.fold(variant)));
            evidence.add(cell(adoption, Columns.VARIANT));
        }
        if (teams.size() >= DIVERGENT && variants.size() >= DIVERGENT) {
            found.add(
                    Check.C4,
                    HIGH,
                    Subject.of(one.fact),
                    teams.size() + " teams work with it in " + variants.size() + " ways.",
                    evidence);
        }
    }

    private void noMandate(Case one) {
        Person owner = one.fact.outcomeOwnerId() == null ? null : lookup.people.get(one.fact.outcomeOwnerId());
        if (owner == null || !owner.listed() || owner.teamId() == null || !lookup.knowsDecisions) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>();
        for (Adoption adoption : one.adoptions) {
            if (outside(owner, one, adoption.teamId())) {
                evidence.add(cell(adoption, Columns.ADOPTING_TEAM));
            }
        }
        if (!evidence.isEmpty()) {
            evidence.add(cell(one.fact, Columns.OUTCOME_OWNER));
            evidence.add(cell(owner, Columns.PERSON_TEAM));
            found.add(
                    Check.C5,
                    HIGH,
                    Subject.of(one.fact),
                    owner.label() + " answers for its outcome, without a say in teams that work with it.",
                    evidence);
        }
    }

    /** Known to be outside the owner's remit. */
    private boolean outside(Person owner, Case one, String adopting) {
        for (String team = adopting; team != null; team = lookup.parent(team)) {
            Team row = lookup.teams.get(team);
            boolean leadKnown = row != null && row.listed() && !unknown(row, Columns.LEAD);
            if (!leadKnown
                    || team.equals(owner.teamId())
                    || owner.id().equals(row.leadId())
                    || lookup.mayHaveParent(team)
                    || mayBeDecidedFor(one, team)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBeDecidedFor(Case one, String team) {
        for (Decision decision : one.decisions) {
            boolean standard = decision.kind() == DecisionKind.STANDARDISE || unknown(decision, Columns.DECISION_KIND);
            if (standard
                    && (unknown(decision, Columns.IN_SCOPE)
                            || decision.teamIds().contains(team))) {
                return true;
            }
        }
        return false;
    }

    private void unchangedResponsibilities(Case one) {
        if (one.place == null || !lookup.portfolio.knows(Kind.RESPONSIBILITY)) {
            return;
        }
        boolean neverStarted = absent(one.fact, Columns.STARTED);
        LocalDate since = one.fact.startedOn() == null ? one.declaredOn() : one.fact.startedOn();
        List<Evidence> evidence = new ArrayList<>(one.place.responsibilities.size());
        for (Responsibility each : one.place.responsibilities) {
            if (!neverStarted && mayBeUpdated(each, since)) {
                return;
            }
            evidence.add(cell(each, Columns.UPDATED));
        }
        found.add(
                Check.C6,
                HIGH,
                Subject.of(one.fact),
                "It is the standard, and responsibilities are as they were before " + since + ".",
                evidence);
    }

    private static boolean mayBeUpdated(Responsibility each, @Nullable LocalDate since) {
        LocalDate updated = each.updatedOn();
        return updated == null ? !absent(each, Columns.UPDATED) : since == null || !updated.isBefore(since);
    }

    private void unchangedExpectations(Case one) {
        if (one.place == null || !lookup.knows(Columns.MEASURED_BY)) {
            return;
        }
        List<Evidence> evidence = new ArrayList<>(one.place.responsibilities.size());
        for (Responsibility each : one.place.responsibilities) {
            if (!absent(each, Columns.MEASURED_BY)) {
                return;
            }
            evidence.add(cell(each, Columns.MEASURED_BY));
        }
        found.add(
                Check.C7,
                MEDIUM,
                Subject.of(one.fact),
                "It is the standard, and nobody in " + one.place.fact.label() + " is measured by it.",
                evidence);
    }

    private void paperStandard(Case one) {
        BigDecimal users = BigDecimal.ZERO;
        BigDecimal eligible = BigDecimal.ZERO;
        boolean oldWay = false;
        List<Evidence> evidence = new ArrayList<>(3 * one.adoptions.size());
        for (Adoption each : one.adoptions) {
            if (each.users() != null && each.eligibleUsers() != null) {
                users = users.add(each.users());
                eligible = eligible.add(each.eligibleUsers());
                evidence.add(cell(each, Columns.USERS));
                evidence.add(cell(each, Columns.ELIGIBLE));
            }
            if (Boolean.TRUE.equals(each.oldWayStillUsed())) {
                oldWay = true;
                evidence.add(cell(each, Columns.OLD_WAY));
            }
        }
        if (oldWay || Shares.under(users, eligible, USAGE_PERCENT)) {
            found.add(
                    Check.C8,
                    HIGH,
                    Subject.of(one.fact),
                    "It is the standard for " + users + " of " + eligible + " users.",
                    evidence);
        }
    }

    void judgeOrganisation() {
        int adoptions = 0;
        Set<String> teams = new HashSet<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Case one : lookup.cases.values()) {
            if (!one.live || one.adoptions.isEmpty()) {
                continue;
            }
            if (one.declared) {
                return;
            }
            adoptions += one.adoptions.size();
            one.adoptions.forEach(each -> teams.add(each.teamId()));
            one.adoptions.forEach(each -> evidence.add(cell(each, Columns.ADOPTING_TEAM)));
        }
        if (adoptions >= ADOPTIONS && teams.size() >= ADOPTING_TEAMS) {
            found.add(
                    Check.C9,
                    HIGH,
                    Subject.ORGANISATION,
                    adoptions + " adoptions in " + teams.size() + " teams, and nothing is the standard.",
                    evidence);
        }
    }
}

package org.throughline.oracle;

import static org.throughline.findings.Severity.CRITICAL;
import static org.throughline.findings.Severity.HIGH;
import static org.throughline.findings.Severity.MEDIUM;
import static org.throughline.oracle.Given.absent;
import static org.throughline.oracle.Given.date;
import static org.throughline.oracle.Given.is;
import static org.throughline.oracle.Given.named;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Adoption;
import org.throughline.facts.AdoptionMode;
import org.throughline.facts.Kind;
import org.throughline.facts.Person;
import org.throughline.facts.Responsibility;
import org.throughline.facts.Stage;
import org.throughline.facts.Texts;
import org.throughline.facts.UseCase;

/** C. No commitment. */
final class Commitment {

    private final Terms terms;
    private final Verdicts verdicts;
    private final Index index;

    Commitment(Terms terms, Verdicts verdicts) {
        this.terms = terms;
        this.verdicts = verdicts;
        this.index = terms.index;
    }

    void judge() {
        for (UseCase useCase : terms.useCases()) {
            owner(useCase);
            informalAdoption(useCase);
            verdicts.say("C4", useCase.id(), divergentPractice(useCase), HIGH);
            verdicts.say("C5", useCase.id(), noMandate(useCase), HIGH);
            verdicts.say("C6", useCase.id(), unchangedResponsibilities(useCase), HIGH);
            verdicts.say("C7", useCase.id(), unchangedExpectations(useCase), MEDIUM);
            verdicts.say("C8", useCase.id(), paperStandard(useCase), HIGH);
        }
        verdicts.say("C9", "organisation", usageWithoutAlignment(), HIGH);
    }

    private void owner(UseCase useCase) {
        Truth unowned = terms.live(useCase).and(absent(useCase, "outcome_owner_id"));
        Truth ofPilot = named(useCase, "pilot_owner_id").or(named(useCase, "sponsor_id"));
        Truth deployed = is(useCase, "stage", Stage.IN_USE, Stage.STANDARD);
        verdicts.say("C1", useCase.id(), unowned.and(ofPilot.not()), deployed.isTrue() ? CRITICAL : HIGH);
        verdicts.say("C2", useCase.id(), unowned.and(ofPilot), HIGH);
    }

    private void informalAdoption(UseCase useCase) {
        List<Truth> elsewhere = index.adoptionsOf(useCase).stream()
                .map(each -> is(each, "mode", AdoptionMode.INFORMAL)
                        .and(is(useCase, "team_id", each.teamId()).not()))
                .toList();
        Truth informal = terms.active(useCase).and(terms.among(Kind.ADOPTION, elsewhere.stream()));
        long many = terms.limit(Limit.INFORMAL_TEAMS_HIGH).longValueExact();
        verdicts.say(
                "C3", useCase.id(), informal, Truth.atLeast(many, elsewhere).isTrue() ? HIGH : MEDIUM);
    }

    private Truth divergentPractice(UseCase useCase) {
        List<Adoption> adoptions = index.adoptionsOf(useCase);
        if (!index.knows(Kind.ADOPTION)) {
            return terms.live(useCase).and(Truth.UNKNOWN);
        }
        BigDecimal teams = BigDecimal.valueOf(
                adoptions.stream().map(Adoption::teamId).distinct().count());
        return terms.live(useCase)
                .and(Amounts.less(teams, terms.limit(Limit.DIVERGENT_TEAMS)).not())
                .and(variantsDiffer(adoptions));
    }

    private Truth variantsDiffer(List<Adoption> adoptions) {
        long different = adoptions.stream()
                .flatMap(each -> each.variants().stream())
                .map(Texts::fold)
                .distinct()
                .count();
        boolean differ = BigDecimal.valueOf(different).compareTo(terms.limit(Limit.DIVERGENT_VARIANTS)) >= 0;
        boolean maybe = adoptions.stream().anyMatch(each -> each.unknown("variant"));
        return differ ? Truth.TRUE : maybe ? Truth.UNKNOWN : Truth.FALSE;
    }

    private Truth noMandate(UseCase useCase) {
        Truth owned = terms.live(useCase).and(named(useCase, "outcome_owner_id"));
        Person owner = useCase.outcomeOwnerId() == null ? null : index.people.get(useCase.outcomeOwnerId());
        if (owner == null || !owner.listed()) {
            boolean knownUnlisted = useCase.outcomeOwnerId() != null && index.knows(Kind.PERSON);
            return owned.and(knownUnlisted ? Truth.FALSE : Truth.UNKNOWN);
        }
        return owned.and(named(owner, "team_id"))
                .and(terms.among(
                        Kind.ADOPTION,
                        index.adoptionsOf(useCase).stream()
                                .map(each -> terms.tree
                                        .inRemit(owner, useCase, each.teamId())
                                        .not())));
    }

    private Truth unchangedResponsibilities(UseCase useCase) {
        return terms.declared(useCase)
                .and(terms.hasWorkflow(useCase))
                .and(terms.among(
                                Kind.RESPONSIBILITY,
                                index.responsibilitiesOf(useCase.workflowId()).stream()
                                        .map(each -> updatedSince(each, useCase)))
                        .not());
    }

    /** On or after the day it started, or where that is unknown was declared on. */
    private Truth updatedSince(Responsibility responsibility, UseCase useCase) {
        Truth started = named(useCase, "started_on");
        LocalDate day = started == Truth.UNKNOWN ? terms.declaredOn(useCase) : useCase.startedOn();
        Truth since = started == Truth.UNKNOWN ? Truth.ifKnown(day != null) : started;
        return since.and(date(responsibility, "updated_on", updated -> notBefore(updated, day)));
    }

    private static boolean notBefore(LocalDate updated, @Nullable LocalDate day) {
        return day == null || !updated.isBefore(day);
    }

    private Truth unchangedExpectations(UseCase useCase) {
        Truth measured = Truth.any(
                index.responsibilitiesOf(useCase.workflowId()).stream().map(each -> named(each, "measured_by")));
        return terms.declared(useCase)
                .and(terms.hasWorkflow(useCase))
                .and(Truth.ifKnown(index.knows(Kind.RESPONSIBILITY, "measured_by")))
                .and(measured.not());
    }

    private Truth paperStandard(UseCase useCase) {
        Truth oldWay = terms.among(
                Kind.ADOPTION,
                index.adoptionsOf(useCase).stream().map(each -> is(each, "old_way_still_used", Boolean.TRUE)));
        return terms.declared(useCase).and(fewUsers(useCase).or(oldWay));
    }

    private Truth fewUsers(UseCase useCase) {
        BigDecimal users = BigDecimal.ZERO;
        BigDecimal eligible = BigDecimal.ZERO;
        for (Adoption adoption : index.adoptionsOf(useCase)) {
            if (adoption.users() != null && adoption.eligibleUsers() != null) {
                users = users.add(adoption.users());
                eligible = eligible.add(adoption.eligibleUsers());
            }
        }
        return Amounts.shareUnder(users, eligible, terms.limit(Limit.USAGE_PERCENT));
    }

    private Truth usageWithoutAlignment() {
        if (!index.knows(Kind.ADOPTION)) {
            return Truth.any(terms.useCases().stream().map(terms::live)).and(Truth.UNKNOWN);
        }
        List<Adoption> adoptions = index.portfolio.adoptions().stream()
                .filter(each -> !liveUse(each).isFalse())
                .toList();
        Truth many = Truth.atLeast(
                terms.limit(Limit.ADOPTIONS).longValueExact(),
                adoptions.stream().map(this::liveUse).toList());
        Truth declared = Truth.any(adoptions.stream().map(each -> terms.declared(index.useCase(each.useCaseId()))));
        return many.and(manyTeams(adoptions)).and(declared.not());
    }

    private Truth manyTeams(List<Adoption> adoptions) {
        List<Truth> teams = adoptions.stream()
                .map(Adoption::teamId)
                .distinct()
                .map(team -> Truth.any(adoptions.stream()
                        .filter(each -> each.teamId().equals(team))
                        .map(this::liveUse)))
                .toList();
        return Truth.atLeast(terms.limit(Limit.ADOPTING_TEAMS).longValueExact(), teams);
    }

    private Truth liveUse(Adoption adoption) {
        return terms.live(index.useCase(adoption.useCaseId()));
    }
}

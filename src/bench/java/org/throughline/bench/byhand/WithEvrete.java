package org.throughline.bench.byhand;

import static org.throughline.bench.byhand.Columns.absent;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.throughline.facts.Friction;
import org.throughline.facts.MeasureScope;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Stage;

/**
 * Those diagnostics that are patterns and joins alone, as rules of Evrete, with the shipped limits. Evrete has neither {@code not} nor
 * {@code accumulate}: how a use case stands is derived by hand before, and what counts or sums, or asks what there is not, stays out.
 */
public final class WithEvrete {

    /** Which they are. */
    public static final Set<String> DIAGNOSTICS = Set.of("A1", "A3", "A4", "C1", "C2", "D7");

    private final KnowledgeService service = new KnowledgeService();
    private final Knowledge rules;

    /** A use case with what is derived of it. */
    public static final class Standing {
        public final Case one;
        public final String workflow;

        Standing(Case one) {
            this.one = one;
            this.workflow = one.place == null ? "" : one.place.fact.id();
        }
    }

    /** A workflow with what is known of it. */
    public static final class Work {
        public final Place place;
        public final String workflow;

        Work(Place place) {
            this.place = place;
            this.workflow = place.fact.id();
        }
    }

    /** A friction that is on a workflow. */
    public static final class Rub {
        public final Friction friction;
        public final String workflow;

        Rub(Friction friction) {
            this.friction = friction;
            this.workflow = friction.workflowId();
        }
    }

    public WithEvrete(LocalDate asOf) {
        rules = service.newKnowledge()
                .builder()
                .newRule("A1")
                .forEach("$c", Standing.class)
                .where(when(c -> undecided((Case) c[0], asOf.minusDays(30))), "$c.one")
                .execute(c -> found(c, undecided(one(c), asOf.minusDays(90)) ? "high" : "medium"))
                .newRule("A3 no measure")
                .forEach("$c", Standing.class)
                .where(when(c -> live(c) && absent(((Case) c[0]).fact, Columns.SUCCESS_MEASURE)), "$c.one")
                .execute(c -> found(c, "medium"))
                .newRule("A3 no outcome")
                .forEach("$c", Standing.class, "$w", Work.class)
                .where(when(c -> live(c) && isTask((Case) c[0])), "$c.one")
                .where(when(w -> absent(((Place) w[0]).fact, Columns.OUTCOME)), "$w.place")
                .where(when(it -> Objects.equals(it[0], it[1])), "$c.workflow", "$w.workflow")
                .execute(c -> found(c, "medium"))
                .newRule("A4")
                .forEach("$c", Standing.class, "$w", Work.class)
                .where(when(c -> live(c) && ((Case) c[0]).fact.stage() != Stage.PILOT), "$c.one")
                .where(when(it -> Objects.equals(it[0], it[1])), "$c.workflow", "$w.workflow")
                .where(when(it -> unchanged((Case) it[0], (Place) it[1])), "$c.one", "$w.place")
                .execute(c -> found(c, "high"))
                .newRule("C1")
                .forEach("$c", Standing.class)
                .where(when(c -> live(c) && unowned((Case) c[0]) && !helped((Case) c[0])), "$c.one")
                .execute(c -> found(c, isDeployed(one(c)) ? "critical" : "high"))
                .newRule("C2")
                .forEach("$c", Standing.class)
                .where(when(c -> live(c) && unowned((Case) c[0]) && helped((Case) c[0])), "$c.one")
                .execute(c -> found(c, "high"))
                .newRule("D7")
                .forEach("$c", Standing.class, "$f", Rub.class)
                .where(when(c -> ((Case) c[0]).active && ((Case) c[0]).fact.startedOn() != null), "$c.one")
                .where(when(it -> Objects.equals(it[0], it[1])), "$c.workflow", "$f.workflow")
                .where(when(it -> wasOpen((Friction) it[0], ((Case) it[1]).fact.startedOn())), "$f.friction", "$c.one")
                .execute(c -> found(c, "medium"))
                .build();
    }

    /** Each finding as its id and severity, once. */
    public Set<String> findings(Portfolio portfolio) {
        Lookup lookup = new Lookup(portfolio);
        Set<String> found = new TreeSet<>();
        StatelessSession session = rules.newStatelessSession().set("found", found);
        lookup.cases.values().forEach(one -> one.settle(lookup));
        lookup.cases.values().forEach(one -> session.insert(new Standing(one)));
        lookup.places.values().forEach(place -> session.insert(new Work(place)));
        portfolio.frictions().stream()
                .filter(friction -> friction.workflowId() != null)
                .forEach(friction -> session.insert(new Rub(friction)));
        session.fire();
        return found;
    }

    public void close() {
        service.shutdown();
    }

    /** Evrete takes two kinds of lambdas there. */
    private static Predicate<Object[]> when(Predicate<Object[]> condition) {
        return condition;
    }

    private static Case one(RhsContext context) {
        return context.<Standing>get("$c").one;
    }

    private static void found(RhsContext context, String severity) {
        Set<String> found = context.getRuntime().get("found");
        String diagnostic = context.getRule().getName().substring(0, 2);
        found.add(diagnostic + ":" + one(context).fact.id() + " " + severity);
    }

    private static boolean live(Object... one) {
        return ((Case) one[0]).live;
    }

    private static boolean undecided(Case one, LocalDate before) {
        return one.active
                && one.fact.stage() != Stage.PILOT
                && one.surelyOpen
                && one.fact.validatedOn() != null
                && one.fact.validatedOn().isBefore(before);
    }

    private static boolean isTask(Case one) {
        return one.fact.measureScope() == MeasureScope.TASK;
    }

    private static boolean unchanged(Case one, Place place) {
        LocalDate redesigned = place.fact.redesignedOn();
        LocalDate started = one.fact.startedOn();
        return redesigned == null
                ? absent(place.fact, Columns.REDESIGNED)
                : started != null && redesigned.isBefore(started.minusDays(180));
    }

    private static boolean unowned(Case one) {
        return absent(one.fact, Columns.OUTCOME_OWNER);
    }

    private static boolean helped(Case one) {
        return one.fact.pilotOwnerId() != null || one.fact.sponsorId() != null;
    }

    private static boolean isDeployed(Case one) {
        return one.fact.stage() == Stage.IN_USE || one.fact.stage() == Stage.STANDARD;
    }

    private static boolean wasOpen(Friction friction, LocalDate start) {
        return friction.recordedOn() != null
                && friction.recordedOn().isBefore(start)
                && Multiplying.open(friction, start);
    }
}

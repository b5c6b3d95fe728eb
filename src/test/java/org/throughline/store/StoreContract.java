package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.store.Arrivals.JUNE;
import static org.throughline.store.Arrivals.NOON;
import static org.throughline.store.Arrivals.PORTFOLIO;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.findings.SubjectType;
import org.throughline.history.Event;
import org.throughline.history.Handling;
import org.throughline.history.Link;
import org.throughline.history.PortfolioCard;
import org.throughline.history.State;
import org.throughline.history.Wish;
import org.throughline.store.Account.Grant;
import org.throughline.store.Arrival.SentBytes;
import org.throughline.store.Jobs.Wanted;

/** What a store keeps to, whatever database is below it. */
abstract class StoreContract {

    private Store store;

    abstract StoreSettings settings();

    /** Around the store, as somebody with a SQL client would. */
    abstract Connection connection() throws SQLException;

    @BeforeEach
    void open() {
        store = Store.open(settings());
        Arrivals.create(store);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void keepsASnapshotWithAllThatComesWithIt() {
        assertThat(Arrivals.keep(store, "one")).isEqualTo(new Store.Kept(1, true));

        assertThat(store.snapshot(PORTFOLIO, 1)).hasValueSatisfying(card -> {
            assertThat(card.asOf()).isEqualTo(JUNE);
            assertThat(card.counts()).containsEntry("use_cases", 12L);
            assertThat(card.files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.size()).isEqualTo(3));
        });
        assertThat(text(store.file(PORTFOLIO, 1, 0))).isEqualTo("one");
        assertThat(text(store.facts(PORTFOLIO, 1))).isEqualTo("facts of one");
        assertThat(store.advice(PORTFOLIO, 1, "rules-1"))
                .hasValueSatisfying(json -> assertThat(text(json)).isEqualTo("advice by rules-1 on one"));
        assertThat(store.recommended(PORTFOLIO)).hasSize(Arrivals.RECOMMENDATIONS);
    }

    @Test
    void theSameFilesAreKeptOnce() {
        Arrivals.keep(store, "one");

        assertThat(Arrivals.keep(store, "one")).isEqualTo(new Store.Kept(1, false));
        assertThat(store.portfolio(PORTFOLIO).orElseThrow().snapshots()).isEqualTo(1);
    }

    @Test
    void whatWasComparedWithAnOlderStateIsNotKept() {
        Arrivals.keep(store, "one");

        assertThat(store.keep(Arrivals.arrival(0, "two", "rules-1"))).isEmpty();
        assertThat(store.snapshots(PORTFOLIO)).hasSize(1);
        assertThat(store.portfolio(PORTFOLIO).orElseThrow().snapshots()).isEqualTo(1);
    }

    @Test
    void anAssessmentIsMadeOnce() {
        Arrivals.keep(store, "one");

        assertThat(store.assess(PORTFOLIO, 1, Arrivals.judgement("rules-2", "one")))
                .isTrue();
        assertThat(store.assess(PORTFOLIO, 1, Arrivals.judgement("rules-2", "something else")))
                .isFalse();
        assertThat(store.advice(PORTFOLIO, 1, "rules-2"))
                .hasValueSatisfying(json -> assertThat(text(json)).isEqualTo("advice by rules-2 on one"));
        assertThat(store.assessments(PORTFOLIO)).hasSize(2);
    }

    @Test
    void theSecondWriterGetsAConflictAndOverwritesNothing() {
        Arrivals.keep(store, "one");
        String id = Arrivals.recommendation(1);
        store.change(PORTFOLIO, List.of(new Store.Change(id, 0, Wish.accept("Ana", JUNE))), NOON, "ana");

        Store.Change late = new Store.Change(id, 0, Wish.accept("Ben", JUNE));
        assertThatThrownBy(() -> store.change(PORTFOLIO, List.of(late), NOON, "ben"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("decide:use_case:uc-1: found version 1, expected 0");

        assertThat(store.handling(PORTFOLIO, id))
                .hasValueSatisfying(kept -> assertThat(kept.owner()).isEqualTo("Ana"));
        assertThat(store.events(PORTFOLIO, id, 0, 10)).hasSize(1);
    }

    @Test
    void ofSeveralChangesAllAreMadeOrNone() {
        Arrivals.keep(store, "one");
        List<Store.Change> changes = List.of(
                new Store.Change(Arrivals.recommendation(1), 0, Wish.accept("Ana", JUNE)),
                new Store.Change(Arrivals.recommendation(2), 7, Wish.accept("Ana", JUNE)));

        assertThatThrownBy(() -> store.change(PORTFOLIO, changes, NOON, "ana")).isInstanceOf(ConflictException.class);

        assertThat(store.handlings(PORTFOLIO)).isEmpty();
    }

    @Test
    void everyVersionIsInTheAuditTrail() {
        Arrivals.keep(store, "one");
        String id = Arrivals.recommendation(1);
        store.change(PORTFOLIO, List.of(new Store.Change(id, 0, Wish.accept("Ana", JUNE))), NOON, "ana");
        Wish declined = new Wish(State.DECLINED, null, null, "not-now", "later", LocalDate.of(2026, 12, 1), "sorry");
        store.change(PORTFOLIO, List.of(new Store.Change(id, 1, declined)), NOON, "ben");
        store.comment(PORTFOLIO, id, "Really?", NOON, "ana");

        List<Event> events = store.events(PORTFOLIO, id, 0, 10);

        assertThat(events).extracting(Event::actor).containsExactly("ana", "ben", "ana");
        assertThat(events).extracting(Event::comment).containsExactly(null, "sorry", "Really?");
        assertThat(events.get(1).was()).isEqualTo(events.get(0).became()).contains("\"owner\":\"Ana\"");
        Handling kept = store.handling(PORTFOLIO, id).orElseThrow();
        assertThat(kept.version()).isEqualTo(2);
        assertThat(kept.until()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "snapshot", "snapshot_file", "assessment", "recommendation", "event"})
    void whatWasKeptStaysAsItWasWhoeverAsks(String table) throws SQLException {
        Arrivals.keep(store, "one");

        try (Connection around = connection();
                Statement sql = around.createStatement()) {
            String column = table.equals("content") ? "size" : "portfolio_id";
            assertThatThrownBy(() -> sql.executeUpdate("update " + table + " set " + column + " = " + column))
                    .hasMessageContaining(table + " is never changed");
            assertThatThrownBy(() -> sql.executeUpdate("delete from " + table))
                    .hasMessageContaining(table + " is never changed");
        }
    }

    @Test
    void theAuditLogStaysAsItWasWrittenWhoeverAsks() throws SQLException {
        store.access().add(new AuditLine(0, NOON, "ada", "token", "::1", "PUT", "/x", "done", "", "1"));

        try (Connection around = connection();
                Statement sql = around.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate("update audit set actor = 'ben'"))
                    .hasMessageContaining("audit is never changed");
            assertThatThrownBy(() -> sql.executeUpdate("delete from audit"))
                    .hasMessageContaining("audit is never changed");
        }
        assertThat(store.access().audit(Long.MAX_VALUE, 9, AuditFilter.ALL))
                .extracting(AuditLine::actor)
                .containsExactly("ada");
    }

    @Test
    void oneAdministratorIsAlwaysLeft() {
        AccessStore access = store.access();
        Account ada = new Account(
                "ada", "Ada", null, null, true, Set.of(new Grant("administrator", Grant.ALL)), 1, 1, NOON, "setup");
        Account nobody = new Account("ada", "Ada", null, null, true, Set.of(), 1, 1, NOON, "setup");

        assertThat(access.createFirst(ada)).isTrue();
        assertThat(access.createFirst(ada)).as("a second first one").isFalse();
        assertThatThrownBy(() -> access.change(nobody)).isInstanceOf(AccessStore.LastAdministratorException.class);
        assertThat(access.account("ada")).hasValue(ada);
    }

    @Test
    void anAccountIsChangedByWhoSawIt() {
        AccessStore access = store.access();
        Account ben =
                new Account("ben", "Ben", "kept", null, true, Set.of(new Grant("lead", "sales")), 1, 1, NOON, "ada");
        access.create(ben);

        assertThat(access.change(ben)).isTrue();
        assertThat(access.change(ben)).as("by who saw the version before").isFalse();
        assertThat(access.account("ben").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aLinkIsDecidedByWhoSawIt() {
        Link asked = new Link(
                SubjectType.USE_CASE, "uc-1", "uc-9", 1, Link.Status.CANDIDATE, "same name", 1, NOON, "import");
        Arrival arrival = Arrivals.arrival(0, "one", "rules-1");
        store.keep(new Arrival(
                arrival.portfolio(),
                0,
                arrival.asOf(),
                arrival.at(),
                arrival.by(),
                arrival.sentDigest(),
                arrival.files(),
                arrival.hoursPerDay(),
                false,
                null,
                null,
                arrival.factsDigest(),
                arrival.counts(),
                arrival.facts(),
                List.of(asked),
                arrival.assessment()));

        assertThat(store.decide(PORTFOLIO, asked.decided(Link.Status.CONFIRMED, NOON, "ana")))
                .isTrue();
        assertThat(store.decide(PORTFOLIO, asked.decided(Link.Status.REJECTED, NOON, "ben")))
                .isFalse();
        assertThat(store.links(PORTFOLIO))
                .singleElement()
                .satisfies(link -> assertThat(link.status()).isEqualTo(Link.Status.CONFIRMED));
    }

    @Test
    void textsAreKeptByShelfAndName() {
        Texts drafts = store.texts("drafts");

        assertThat(drafts.putNew("ana.json", "one")).isTrue();
        assertThat(drafts.putNew("ana.json", "two")).isFalse();
        drafts.put("ben.json", "three");
        drafts.put("ben.json", "four");
        drafts.put("texts/one", "five");

        assertThat(drafts.find("ana.json")).contains("one");
        assertThat(drafts.find("ben.json")).contains("four");
        assertThat(drafts.find("texts/one")).contains("five");
        assertThat(drafts.names()).containsExactlyInAnyOrder("ana.json", "ben.json");
        assertThat(store.texts("rules").find("ana.json")).isEmpty();
        assertThat(store.texts("rules").names()).isEmpty();

        drafts.remove("ana.json");
        drafts.remove("ana.json");

        assertThat(drafts.names()).containsExactly("ben.json");
    }

    @Test
    void anotherInstallationReadsAnExport() {
        Arrivals.keep(store, "one");
        Arrivals.keep(store, "two");
        String id = Arrivals.recommendation(1);
        store.change(PORTFOLIO, List.of(new Store.Change(id, 0, Wish.accept("Ana", JUNE))), NOON, "ana");
        byte[] zip = exported(PORTFOLIO);

        assertThat(store.restore(new ByteArrayInputStream(zip), "copy", NOON, "ben"))
                .contains("copy");

        assertThat(store.snapshots("copy")).hasSize(2);
        assertThat(text(store.file("copy", 2, 0))).isEqualTo("two");
        assertThat(store.handlings("copy")).isEqualTo(store.handlings(PORTFOLIO));
        assertThat(store.events("copy", id, 0, 10)).hasSize(1);
        assertThat(store.restore(new ByteArrayInputStream(zip), null, NOON, "ben"))
                .isEmpty();
    }

    @Test
    void ofAnExportThatWasCutOffOrChangedNothingIsKept() {
        Arrivals.keep(store, "one");
        byte[] zip = exported(PORTFOLIO);
        byte[] cutOff = java.util.Arrays.copyOf(zip, zip.length / 2);

        assertThatThrownBy(() -> store.restore(new ByteArrayInputStream(cutOff), "copy", NOON, "ben"))
                .isInstanceOf(ArchiveException.class);
        assertThatThrownBy(() -> store.restore(new ByteArrayInputStream(new byte[] {1, 2}), "copy", NOON, "ben"))
                .isInstanceOf(ArchiveException.class)
                .hasMessage("It does not begin with throughline-portfolio.json.");
        assertThat(store.portfolio("copy")).isEmpty();
    }

    private byte[] exported(String portfolio) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        store.export(store.portfolio(portfolio).orElseThrow(), zip);
        return zip.toByteArray();
    }

    @Test
    void aPortfolioIsDeletedWithAllThatNoOtherHas() throws SQLException {
        Arrivals.keep(store, "one");
        Arrivals.keep(store, "two");
        store.restore(new ByteArrayInputStream(exported(PORTFOLIO)), "copy", NOON, "ben");
        Arrivals.keep(store, "three");
        String id = Arrivals.recommendation(1);
        store.change(PORTFOLIO, List.of(new Store.Change(id, 0, Wish.accept("Ana", JUNE))), NOON, "ana");

        assertThat(store.delete(PORTFOLIO, null, NOON, "ben")).isTrue();

        assertThat(store.portfolio(PORTFOLIO)).isEmpty();
        assertThat(store.revision(PORTFOLIO)).isEmpty();
        assertThat(text(store.file("copy", 2, 0))).isEqualTo("two");
        assertThat(store.advice("copy", 1, "rules-1")).isPresent();
        assertThat(count("content where sha256 = '" + Contents.sha256("three".getBytes(StandardCharsets.UTF_8)) + "'"))
                .isZero();
        assertThat(store.delete("copy", null, NOON, "ben")).isTrue();
        assertThat(count("content")).isZero();
        assertThat(count("event")).isZero();
        assertThat(count("deletion where state = 'gone' and actor = 'ben'")).isEqualTo(2);
        Arrivals.create(store);
        assertThat(Arrivals.keep(store, "one")).isEqualTo(new Store.Kept(1, true));
    }

    @Test
    void whoMayDoWhatWithAPortfolioGoesWithIt() throws SQLException {
        try (Connection around = connection();
                Statement sql = around.createStatement()) {
            sql.executeUpdate("insert into account (name, display, active, version, epoch, created_at, created_by)"
                    + " values ('ana', 'Ana', 'yes', 1, 1, '2026-07-01T12:00:00Z', 'ben')");
            sql.executeUpdate("insert into access_grant (account, role, portfolio) values ('ana', 'lead', 'acme'),"
                    + " ('ana', 'viewer', '*')");
        }

        store.delete(PORTFOLIO, null, NOON, "ben");

        assertThat(count("access_grant where account = 'ana'")).isEqualTo(1);
    }

    @Test
    void aPortfolioThatChangedSinceIsNotDeleted() {
        Arrivals.keep(store, "one");
        long seen = store.revision(PORTFOLIO).orElseThrow();
        Arrivals.keep(store, "two");

        assertThat(store.delete(PORTFOLIO, seen, NOON, "ben")).isFalse();
        assertThat(store.delete("nobody", null, NOON, "ben")).isFalse();
        assertThat(store.snapshots(PORTFOLIO)).hasSize(2);
    }

    private long count(String what) throws SQLException {
        try (Connection around = connection();
                Statement sql = around.createStatement();
                ResultSet rows = sql.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static final Replays.Key KEY = new Replays.Key("ana", "k-1");

    private Replays.Turn begin(String fingerprint, Instant now) {
        return store.replays().begin(KEY, fingerprint, now, now.plusSeconds(60), now.plusSeconds(3600));
    }

    @Test
    void aRequestIsDoneOnceAndAnsweredAgain() {
        Replays.Turn ours = begin("one", NOON);
        Replays.Turn meanwhile = begin("one", NOON.plusSeconds(1));
        Replays.Answer answer = new Replays.Answer(201, Map.of("Location", "/here"), new byte[] {1, 2});
        store.replays().finish(KEY, ours, answer);

        Replays.Turn again = begin("two", NOON.plusSeconds(2));

        assertThat(ours.isOurs()).isTrue();
        assertThat(meanwhile.isOurs()).isFalse();
        assertThat(meanwhile.answer()).isNull();
        assertThat(again.isOurs()).isFalse();
        assertThat(again.fingerprint()).isEqualTo("one");
        assertThat(again.answer()).usingRecursiveComparison().isEqualTo(answer);
        assertThat(begin("two", NOON.plusSeconds(3600)).isOurs()).isTrue();
    }

    @Test
    void aTurnThatIsOverIsTakenByWhoAsksAgain() {
        Replays.Turn gone = begin("one", NOON);

        Replays.Turn other = begin("two", NOON.plusSeconds(60));
        Replays.Turn taken = begin("one", NOON.plusSeconds(60));
        store.replays().finish(KEY, gone, new Replays.Answer(201, Map.of(), new byte[0]));
        store.replays().release(KEY, gone);

        assertThat(other.isOurs()).isFalse();
        assertThat(taken.isOurs()).isTrue();
        assertThat(begin("one", NOON.plusSeconds(61)).answer()).isNull();
        store.replays().release(KEY, taken);
        assertThat(begin("two", NOON.plusSeconds(62)).isOurs()).isTrue();
    }

    @Test
    void ofManyReplicasOneHasTheTurn() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try (Store other = Store.open(settings())) {
            List<Callable<Replays.Turn>> asking = IntStream.range(0, 24)
                    .<Callable<Replays.Turn>>mapToObj(number -> () -> (number % 2 == 0 ? store : other)
                            .replays()
                            .begin(KEY, "one", NOON, NOON.plusSeconds(60), NOON.plusSeconds(3600)))
                    .toList();
            List<Replays.Turn> turns = new ArrayList<>();
            for (Future<Replays.Turn> turn : clients.invokeAll(asking)) {
                turns.add(turn.get());
            }

            assertThat(turns).filteredOn(Replays.Turn::isOurs).hasSize(1);
        } finally {
            clients.shutdown();
        }
    }

    private static Job job(String id, Instant at) {
        return new Job(id, "advice", "ann", null, "waiting", 0, 0, at, null, null);
    }

    @Test
    void aJobThatAReplicaLeavesBehindAnotherTakesUp() {
        Jobs jobs = store.jobs();
        assertThat(jobs.add(job("one", NOON), List.of(new SentBytes("a.csv", new byte[] {1, 2})), 2, 9))
                .isTrue();
        assertThat(jobs.add(job("two", NOON.plusSeconds(1)), List.of(), 3, 2)).isTrue();
        assertThat(jobs.add(job("three", NOON.plusSeconds(2)), List.of(), 2, 9))
                .as("beyond the limit")
                .isFalse();
        assertThat(jobs.add(job("three", NOON.plusSeconds(2)), List.of(), 9, 2))
                .as("beyond the owner's limit")
                .isFalse();
        assertThat(jobs.unfinished("ann")).isEqualTo(2);
        assertThat(jobs.unfinished("bo")).isZero();
        assertThat(jobs.before(job("two", NOON.plusSeconds(1)))).isEqualTo(1);
        assertThat(jobs.all(Wanted.of("ann"), 9)).extracting(Job::id).containsExactly("two", "one");
        assertThat(jobs.all(Wanted.of(null), 9)).hasSize(2);
        assertThat(jobs.all(Wanted.of("bo"), 9)).isEmpty();
        assertThat(jobs.all(new Wanted("ann", "waiting", NOON.plusSeconds(1), "two"), 9))
                .extracting(Job::id)
                .containsExactly("one");
        assertThat(jobs.all(new Wanted(null, null, NOON, "one"), 9)).isEmpty();
        assertThat(jobs.all(new Wanted(null, "done", null, ""), 9)).isEmpty();

        Jobs.Turn lost = jobs.take(NOON, NOON.plusSeconds(5)).orElseThrow();
        assertThat(jobs.take(NOON, NOON.plusSeconds(60)).map(it -> it.job().id()))
                .contains("two");
        assertThat(jobs.take(NOON.plusSeconds(4), NOON)).isEmpty();
        Jobs.Turn again = jobs.take(NOON.plusSeconds(5), NOON.plusSeconds(60)).orElseThrow();
        jobs.finish(lost.job(), "done", 200, new byte[] {9}, NOON);

        assertThat(again.job().id()).isEqualTo("one");
        assertThat(again.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.csv");
            assertThat(file.bytes()).containsExactly(1, 2);
        });
        assertThat(jobs.renew(lost.job(), 50, NOON.plusSeconds(9))).isFalse();
        assertThat(jobs.renew(again.job(), 50, NOON.plusSeconds(90))).isTrue();
        assertThat(jobs.one("one").map(Job::percent)).contains(50);
        jobs.finish(again.job(), "done", 200, new byte[] {7}, NOON);
        assertThat(jobs.result("one")).get().isEqualTo(new byte[] {7});
        assertThat(jobs.remove("two")).isTrue();
        jobs.forget(NOON.plusSeconds(1));
        assertThat(jobs.all(Wanted.of(null), 9)).isEmpty();
    }

    @Test
    void whatHappensIsToldToWhoWantsToKnow() {
        Webhooks hooks = store.webhooks();
        Webhook ours = new Webhook("wh-1", PORTFOLIO, "https://a.example", List.of("advice.new"), NOON, "ann");
        Webhook all =
                new Webhook("wh-2", null, "https://b.example", List.of("advice.new", "finding.resolved"), NOON, "ann");
        Webhook others = new Webhook("wh-3", "another", "https://c.example", List.of("advice.new"), NOON, "ann");
        List.of(ours, all, others)
                .forEach(hook -> assertThat(hooks.create(hook, "secret", 3)).isTrue());
        assertThat(hooks.create(new Webhook("wh-4", null, "https://d.example", List.of("x"), NOON, "ann"), "s", 3))
                .isFalse();

        Arrivals.keep(store, "one");

        assertThat(hooks.deliveries("wh-1", null, Long.MAX_VALUE, 9))
                .extracting(Delivery::kind)
                .containsExactly("advice.new");
        assertThat(hooks.deliveries("wh-2", null, Long.MAX_VALUE, 9))
                .extracting(Delivery::kind)
                .containsExactly("finding.resolved", "advice.new");
        assertThat(hooks.deliveries("wh-3", null, Long.MAX_VALUE, 9)).isEmpty();
        Instant now = Instant.now().plusSeconds(9);
        Webhooks.Due due = hooks.take(now, now.plusSeconds(5)).orElseThrow();
        assertThat(due.secret()).isEqualTo("secret");
        assertThat(hooks.event(due.delivery()).about()).isEqualTo("snapshot 1");
        hooks.compose(due.delivery(), "{}");
        assertThat(hooks.take(now, now.plusSeconds(5))).isPresent();
        assertThat(hooks.take(now, now.plusSeconds(5))).isPresent();
        assertThat(hooks.take(now, now.plusSeconds(5))).as("all are under way").isEmpty();
        assertThat(hooks.take(now.plusSeconds(5), now.plusSeconds(9)))
                .as("left behind")
                .isPresent();
        Delivery it = due.delivery();
        hooks.tried(new Delivery(
                it.id(), it.webhook(), it.portfolio(), it.kind(), it.event(), "delivered", 1, now, 204, null, now));
        assertThat(hooks.again(it.webhook(), it.id(), now)).isTrue();
        assertThat(hooks.again("wh-3", it.id(), now)).isFalse();

        hooks.delete("wh-2");
        assertThat(hooks.all("")).extracting(Webhook::id).containsExactly("wh-1", "wh-3");
        assertThat(store.delete(PORTFOLIO, null, NOON, "ann")).isTrue();
        assertThat(hooks.all("")).extracting(Webhook::id).containsExactly("wh-3");
    }

    @Test
    void listsPortfoliosById() {
        store.create(new PortfolioCard("beta", "Beta", NOON, "ana", 0));

        assertThat(store.create(new PortfolioCard("beta", "Other", NOON, "ben", 0)))
                .isFalse();
        assertThat(store.portfolios("", 10)).extracting(PortfolioCard::id).containsExactly(PORTFOLIO, "beta");
        assertThat(store.portfolios(PORTFOLIO, 10))
                .extracting(PortfolioCard::name)
                .containsExactly("Beta");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}

package org.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.throughline.history.AssessmentCard;
import org.throughline.history.Handling;
import org.throughline.history.SnapshotCard;
import org.throughline.history.Wish;
import org.throughline.testkit.TestPostgres;

/**
 * Two replicas on one PostgreSQL: each has its own connections, as another process has, and they know nothing of each other. A thousand mixed
 * operations; {@code -Dthroughline.operations=10000} for more.
 */
class ReplicasTest {

    private static final int CLIENTS = 16;
    private static final int OPERATIONS = Integer.getInteger("throughline.operations", 1_000);

    private static final String[] RULES = {"rules-1", "rules-2", "rules-3"};

    @Test
    void nothingIsLostAndNothingIsTwice() throws Exception {
        StoreSettings settings = TestPostgres.database();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Store> replicas = opened(settings, clients);
        Arrivals.create(replicas.get(0));
        Arrivals.keep(replicas.get(0), "the first");

        List<Future<Map<String, Long>>> all = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Store own = replicas.get(client % 2);
            int number = client;
            all.add(clients.submit(() -> work(own, number)));
        }
        Map<String, Long> changes = new HashMap<>();
        for (Future<Map<String, Long>> one : all) {
            one.get().forEach((id, times) -> changes.merge(id, times, Long::sum));
        }
        clients.shutdown();

        check(replicas.get(1), changes);
        replicas.forEach(Store::close);
    }

    /** At the same moment, on an empty database: one of them makes the tables, the other waits. */
    private static List<Store> opened(StoreSettings settings, ExecutorService clients) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Store> open = () -> {
            together.await();
            return Store.open(settings);
        };
        Future<Store> one = clients.submit(open);
        Future<Store> two = clients.submit(open);
        return List.of(one.get(), two.get());
    }

    /** How often this client changed each recommendation. */
    private static Map<String, Long> work(Store store, int client) {
        Random random = new Random(client);
        Map<String, Long> changes = new HashMap<>();
        for (int i = 0; i < OPERATIONS / CLIENTS; i++) {
            switch (random.nextInt(10)) {
                case 0 -> Arrivals.keep(store, "import " + random.nextInt(OPERATIONS / 20)); // others send the same
                case 1 ->
                    store.assess(Arrivals.PORTFOLIO, 1, Arrivals.judgement(RULES[random.nextInt(RULES.length)], "one"));
                case 2 -> assertThat(store.handlings(Arrivals.PORTFOLIO)).hasSizeLessThanOrEqualTo(8);
                default -> {
                    String id = Arrivals.recommendation(random.nextInt(Arrivals.RECOMMENDATIONS));
                    change(store, id, "client " + client);
                    changes.merge(id, 1L, Long::sum);
                }
            }
        }
        return changes;
    }

    /** As people do: look, change, and where somebody was faster look again. */
    private static void change(Store store, String id, String owner) {
        while (true) {
            long seen = store.handling(Arrivals.PORTFOLIO, id).orElseThrow().version();
            try {
                Wish wish = Wish.accept(owner, Arrivals.JUNE);
                store.change(Arrivals.PORTFOLIO, List.of(new Store.Change(id, seen, wish)), Arrivals.NOON, owner);
                return;
            } catch (ConflictException faster) {
                assertThat(faster.current().version()).isGreaterThan(seen);
            }
        }
    }

    private static void check(Store store, Map<String, Long> changes) {
        Map<String, Handling> handlings = store.handlings(Arrivals.PORTFOLIO);
        changes.forEach((id, times) -> {
            assertThat(handlings.get(id).version()).as("changes of %s", id).isEqualTo(times);
            assertThat(store.events(Arrivals.PORTFOLIO, id, 0, Integer.MAX_VALUE))
                    .hasSize(times.intValue());
        });
        List<SnapshotCard> snapshots = store.snapshots(Arrivals.PORTFOLIO);
        assertThat(snapshots).extracting(SnapshotCard::sentDigest).doesNotHaveDuplicates();
        assertThat(store.portfolio(Arrivals.PORTFOLIO).orElseThrow().snapshots())
                .isEqualTo(snapshots.size());
        assertThat(store.assessments(Arrivals.PORTFOLIO))
                .extracting(AssessmentCard::snapshot, AssessmentCard::rulesDigest)
                .doesNotHaveDuplicates();
    }
}

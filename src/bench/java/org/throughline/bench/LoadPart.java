package org.throughline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.engine.Engine;
import org.throughline.facts.Portfolio;
import org.throughline.rulebook.RuleBook;

/**
 * Many clients at once. What HTTP and JSON cost is told in seconds of processor, of the server's whole process beside the engine's: the clients
 * run on the same cores, so the time on the clock would be theirs as well.
 */
final class LoadPart implements Part {

    private static final int CLIENTS = 64;
    private static final int TIMES_TOO_MANY = 4;
    private static final int RATIO = 2;
    private static final String ADVICE = "/api/v1/advice?asOf=" + Company.AS_OF;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException, InterruptedException {
        byte[] document = PortfolioJson.bytes(Company.ofUseCases(Given.SmallCompany.USE_CASES, 1));
        int seconds = harness.isQuick() ? 5 : 60;
        double engine = engine(document, seconds / 3);
        try (LoadedServer server = new LoadedServer()) {
            new LoadingClients(server.uri(ADVICE), document).run(CLIENTS, seconds / 3); // warms up
            double before = server.cpu();
            LoadingClients.Load load = new LoadingClients(server.uri(ADVICE), document).run(CLIENTS, seconds);
            double each = (server.cpu() - before) * 1000 / load.answered();
            table.row("%d clients post 200 use cases (%d kB) for %d s; beside it the engine's processor time"
                            .formatted(CLIENTS, document.length / 1000, seconds))
                    .measured("%.0f a second, p50 %.0f ms, p99 %.0f ms; cpu %.1f ms each"
                            .formatted(
                                    load.answered() / (double) seconds,
                                    load.percentile(0.5),
                                    load.percentile(0.99),
                                    each))
                    .beside("%.1f ms".formatted(engine))
                    .ratio(each / engine)
                    .limit("no error, ratio " + RATIO, load.failed() + load.refused() == 0 && each / engine <= RATIO);
            tooMany(table, server, document, seconds);
        }
    }

    private static void tooMany(Table table, LoadedServer server, byte[] document, int seconds)
            throws IOException, InterruptedException {
        long before = server.megabytes("VmHWM");
        LoadingClients.Load load =
                new LoadingClients(server.uri(ADVICE), document).run(CLIENTS * TIMES_TOO_MANY, seconds);
        table.row("%d clients for %d s: those beyond the limits are refused"
                        .formatted(CLIENTS * TIMES_TOO_MANY, seconds))
                .measured("%d answered, %d refused with Retry-After, %d failed; at most %d MB"
                        .formatted(load.answered(), load.refused(), load.failed(), server.megabytes("VmHWM")))
                .beside(before + " MB")
                .limit("none fails", load.failed() == 0 && load.refused() > 0);
        LoadingClients.Load after = new LoadingClients(server.uri(ADVICE), document).run(1, 2);
        table.row("one client right after that")
                .measured("p50 %.0f ms, slowest %.0f ms".formatted(after.percentile(0.5), after.percentile(1)))
                .limit("none refused", after.failed() + after.refused() == 0);
    }

    /** Milliseconds of processor for one advice on facts that are read already, on as many threads as there are processors. */
    private static double engine(byte[] document, long seconds) throws InterruptedException {
        Request request = Request.asOf(Company.AS_OF);
        Portfolio facts = new Advisor(Rules.read(null, null))
                .advise(Input.ofJson("portfolio.json", document), request)
                .portfolio();
        RuleBook book = Given.rules();
        fire(book, facts, seconds);
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = process.getProcessCpuTime();
        int fired = fire(book, facts, seconds);
        return (process.getProcessCpuTime() - before) / 1e6 / fired;
    }

    private static int fire(RuleBook book, Portfolio facts, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        AtomicInteger fired = new AtomicInteger();
        Thread[] threads = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                while (System.nanoTime() < end) {
                    Engine.advise(book, facts);
                    fired.incrementAndGet();
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return fired.get();
    }
}

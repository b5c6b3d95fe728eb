package org.throughline.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.throughline.app.Advisor;
import org.throughline.app.Input;
import org.throughline.app.Request;
import org.throughline.app.Rules;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;

/** What facts take of the heap once they are read: what is left after collections, less what was there before. */
public final class MemoryPart implements Part {

    private static final int FACTS = 100_000;
    private static final int LIMIT_BYTES = 600;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        Path folder = Files.createTempDirectory("throughline-bench-");
        CsvFolder.write(Company.ofFacts(FACTS, 1), folder);
        double bytes = Double.parseDouble(Fresh.output(List.of("-Xmx3g"), MemoryPart.class, folder.toString()));
        Fresh.delete(folder);
        table.row("Memory of a fact, read from CSV, among %,d".formatted(FACTS))
                .measured("%.0f bytes".formatted(bytes))
                .limit(LIMIT_BYTES + " bytes", bytes <= LIMIT_BYTES);
    }

    /** In a process of its own: prints the bytes of a fact of that folder. */
    public static void main(String[] arguments) {
        Advisor advisor = new Advisor(Rules.read(Path.of("rules"), null));
        read(advisor, Path.of("scenarios", "sales-outreach", "facts")); // loads the classes
        long before = used();
        Reading reading = read(advisor, Path.of(arguments[0]));
        long after = used();
        Portfolio portfolio = reading.portfolio();
        System.out.println((double) (after - before) / portfolio.all().size());
    }

    private static Reading read(Advisor advisor, Path folder) {
        return advisor.read(Input.of(List.of(folder)), Request.asOf(Company.AS_OF));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

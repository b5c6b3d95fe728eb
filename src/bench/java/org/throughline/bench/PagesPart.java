package org.throughline.bench;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.bench.PagesBenchmark.Measured;
import org.throughline.facts.Portfolio;

/** The pages of the browser, from the upload to each of them: on a real inventory, on a list of 100,000 use cases, and with the work around them. */
final class PagesPart implements Part {

    private static final int BRIEF_LIMIT_MS = 3_000;
    private static final int PAGE_LIMIT_MS = 300;
    private static final int PAGE_LIMIT_KB = 500;
    private static final int MANY = 100_000;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void measure(Table table, Harness harness) throws IOException, InterruptedException {
        if (FederalBenchmark.isPresent()) {
            Sent federal = new Sent("fed2025.csv", FederalBenchmark.bytes());
            rows(table, "federal inventory, 3,611 rows", BRIEF_LIMIT_MS, federal, 3);
        }
        if (!harness.isQuick()) {
            rows(table, "100,000 use cases, one list", null, Sent.list(MANY), 2);
            Portfolio company = Company.ofUseCases(MANY, 1);
            String what = "100,000 use cases and the work around them, "
                    + company.all().size() + " facts";
            rows(table, what, null, Sent.of(company), 1);
        }
    }

    /** A server for each: what the one before left in memory is not this one's cost. */
    private static void rows(Table table, String what, @Nullable Integer uploadLimit, Sent file, int uploads)
            throws IOException, InterruptedException {
        try (PagesBenchmark pages = new PagesBenchmark()) {
            for (Map.Entry<String, Measured> page : pages.measure(file, uploads).entrySet()) {
                boolean isUpload = page.getKey().equals(PagesBenchmark.UPLOAD);
                Integer limit = isUpload ? uploadLimit : Integer.valueOf(PAGE_LIMIT_MS);
                row(table, what + ": " + page.getKey(), limit, page.getValue());
            }
        }
    }

    private static void row(Table table, String what, @Nullable Integer limit, Measured it) {
        int kilobytes = it.bytes() / 1000;
        Table.Row row = table.row(what).measured("%d ms, %d kB".formatted(it.millis(), kilobytes));
        if (limit != null) {
            row.limit(
                    "%d ms, %d kB".formatted(limit, PAGE_LIMIT_KB), it.millis() <= limit && kilobytes <= PAGE_LIMIT_KB);
        }
    }
}

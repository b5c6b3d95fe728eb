package org.throughline.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was measured, as Markdown, with the machine that it was measured on. */
final class Table {

    private static final OperatingSystemMXBean MACHINE = ManagementFactory.getOperatingSystemMXBean();

    private final List<Row> rows = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final double loadBefore = MACHINE.getSystemLoadAverage();

    /** One line; what is not set is a dash. */
    static final class Row {

        private final String work;
        private String measured = "-";
        private String beside = "-";
        private String ratio = "-";
        private String limit = "-";
        private String met = "-";

        private Row(String work) {
            this.work = work;
        }

        Row measured(String text) {
            measured = text;
            return this;
        }

        /** What does the same work otherwise, in the same run; what that is belongs into the work's name. */
        Row beside(String text) {
            beside = text;
            return this;
        }

        Row ratio(double value) {
            ratio = "%.1f".formatted(value);
            return this;
        }

        Row limit(String text, @Nullable Boolean isMet) {
            limit = text;
            met = isMet == null ? "-" : isMet ? "yes" : "NO";
            return this;
        }

        private String line() {
            return "| " + String.join(" | ", work, measured, beside, ratio, limit, met) + " |\n";
        }
    }

    Row row(String work) {
        Row row = new Row(work);
        rows.add(row);
        return row;
    }

    /** What is no line of the table, as Markdown: it comes after it. */
    void section(String markdown) {
        sections.add(markdown);
    }

    String text() {
        StringBuilder text = new StringBuilder(machine());
        text.append("\n| work | measured | beside it | ratio | limit | met |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row.line()));
        sections.forEach(text::append);
        return text.toString();
    }

    /** A load well over what the benchmarks make themselves means that others used the machine, and the figures are worth little. */
    private String machine() {
        return "%s, %d cores, %s, JDK %s, Drools %s; load average %.1f before, %.1f after\n"
                .formatted(
                        OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        MACHINE.getAvailableProcessors(),
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.version(),
                        org.kie.api.KieBase.class.getPackage().getImplementationVersion(),
                        loadBefore,
                        MACHINE.getSystemLoadAverage());
    }
}

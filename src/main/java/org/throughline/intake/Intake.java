package org.throughline.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.throughline.facts.Portfolio;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;
import org.throughline.intake.csv.LineTooLong;

/** Reads an organisation's facts from files. Nothing is thrown at the caller: what went wrong is a problem of the reading. */
public final class Intake {

    private final IntakeOptions options;
    private final ProblemList problems = new ProblemList();

    private Intake(IntakeOptions options) {
        this.options = options.withMappings(once(options.mappings()));
        problems.addAll(options.vocabulary().problems());
    }

    /** Asked for once; faults of any of them are problems of the reading. */
    private Supplier<List<Mapping>> once(Supplier<List<Mapping>> mappings) {
        List<Mapping> known = new ArrayList<>();
        AtomicBoolean asked = new AtomicBoolean();
        return () -> {
            if (!asked.getAndSet(true)) {
                known.addAll(mappings.get());
                known.forEach(mapping -> problems.addAll(mapping.problems()));
            }
            return known;
        };
    }

    /** Files, folders (with all below) and ZIPs, together one portfolio. */
    public static Reading read(List<Path> paths, IntakeOptions options) {
        Intake intake = new Intake(options);
        Sources sources = new Sources(options.limits(), intake.problems);
        paths.forEach(sources::add);
        return intake.read(sources.sorted());
    }

    /** Files that were sent, together one portfolio. */
    public static Reading readUploads(List<Upload> uploads, IntakeOptions options) {
        Intake intake = new Intake(options);
        Sources sources = new Sources(options.limits(), intake.problems);
        uploads.forEach(upload -> sources.add(Source.of(upload), true));
        return intake.read(sources.sorted());
    }

    /**
     * A portfolio document as JSON.
     *
     * @param name what to call it in problems and evidence
     */
    public static Reading readJson(String name, byte[] document, IntakeOptions options) {
        Intake intake = new Intake(options);
        List<RawTable> tables = new ArrayList<>();
        Source source = new Source(name, Upload.of(name, document).content());
        intake.attempt(
                source, () -> tables.addAll(new JsonTables(source, options.vocabulary(), intake.problems).read()));
        return intake.assemble(tables, true);
    }

    private Reading read(List<Source> sources) {
        List<RawTable> tables = new ArrayList<>();
        boolean document = false;
        for (Source source : sources) {
            attempt(source, () -> tables.addAll(tables(source)));
            document |= tables.stream().anyMatch(table -> table.kind() != null);
        }
        return assemble(tables, document);
    }

    private List<RawTable> tables(Source source) throws IOException {
        byte[] head = source.head(4096);
        Nature nature = Nature.of(head);
        if (nature == Nature.GZIP) {
            return tables(Packed.gunzip(source, options.limits()));
        }
        if (nature == Nature.WORKBOOK) {
            return workbook(source);
        }
        if (nature.found != null) {
            CsvTable.report(problems, source, nature);
            return List.of();
        }
        if (isJson(source, head)) {
            return new JsonTables(source, options.vocabulary(), problems).read();
        }
        CsvTable table = CsvTable.open(source, options, problems);
        return table == null ? List.of() : List.of(table);
    }

    private List<RawTable> workbook(Source source) throws IOException {
        try {
            List<RawTable> tables = new Workbook(source, options, problems).tables();
            if (tables.isEmpty()) {
                CsvTable.report(problems, source, Nature.EMPTY);
            }
            return tables;
        } catch (LimitedStream.Exceeded tooMuch) {
            throw tooMuch;
        } catch (IOException damaged) {
            problems.error(
                    source.name(),
                    null,
                    null,
                    null,
                    "A workbook that cannot be read.",
                    "An Excel workbook (.xlsx) as spreadsheet programs write it.",
                    "Open it in a spreadsheet program and save it again, or save its sheets as CSV.");
            return List.of();
        }
    }

    static boolean isJson(Source source, byte[] head) {
        return source.extension().equals(".json") || looksLikeJson(head);
    }

    private static boolean looksLikeJson(byte[] head) {
        for (byte b : head) {
            if (b > ' ') {
                return b == '{';
            }
        }
        return false;
    }

    private Reading assemble(List<RawTable> tables, boolean document) {
        List<SheetDrafts> sheets = new ArrayList<>();
        List<SheetReading> unrecognised = new ArrayList<>();
        Neighbours neighbours = new Neighbours(tables, options);
        for (RawTable table : tables) {
            attempt(new Source(table.file(), java.io.InputStream::nullInputStream), () -> {
                SheetDrafts drafts = new SheetReader(options, neighbours, problems).read(table);
                if (drafts == null) {
                    unrecognised.add(SheetReading.unrecognised(
                                    table.file(), table.encoding(), table.delimiter(), table.headers())
                            .withSamples(Samples.of(table)));
                } else {
                    sheets.add(drafts);
                }
            });
        }
        Portfolio portfolio = new Assembly(sheets, options.asOf(), problems).portfolio();
        List<SheetReading> readings = new ArrayList<>(new Account(sheets, portfolio).readings());
        readings.addAll(unrecognised);
        boolean anyRow = portfolio.facts().values().stream()
                .anyMatch(facts -> facts.stream().anyMatch(fact -> fact.listed()));
        boolean usable = anyRow || document && !sheets.isEmpty() && !problems.hasErrors();
        if (!usable) {
            reportNothing();
        }
        boolean refused = !usable || options.strict() && problems.hasErrors();
        return new Reading(refused ? null : portfolio, problems.sorted(), readings);
    }

    private void reportNothing() {
        problems.error(
                null,
                null,
                null,
                null,
                "Nothing to advise on.",
                "At least a file use_cases.csv with the columns id, name and stage.",
                (problems.isEmpty() ? "Name" : "Mend the problems above, or name")
                        + " a file or folder that holds the inventory.");
    }

    /** A step of reading that may fail. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void tooMuch(Source source, @Nullable Integer row, String found, String expected) {
        problems.error(
                source.name(),
                row,
                null,
                null,
                found,
                expected,
                "Read a smaller file, or raise the setting; this one was left aside.");
    }

    private void attempt(Source source, Step step) {
        try {
            step.run();
        } catch (LimitedStream.Exceeded tooMuch) {
            tooMuch(source, null, String.valueOf(tooMuch.getMessage()), tooMuch.expected);
        } catch (LineTooLong line) {
            Limits limits = options.limits();
            tooMuch(
                    source,
                    line.row(),
                    "A line of more characters.",
                    limits.atMost(limits.lineCharacters(), "characters", "lineCharacters"));
        } catch (IOException e) {
            problems.error(
                    source.name(),
                    null,
                    null,
                    null,
                    "A file that cannot be read to its end.",
                    "A file that may be read.",
                    "Check that it is there, whole, and that you may read it.");
        }
    }
}

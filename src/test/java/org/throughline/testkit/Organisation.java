package org.throughline.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.throughline.facts.Attribute;
import org.throughline.facts.Kind;
import org.throughline.facts.Portfolio;

/**
 * An organisation as its files say it, written by a test as sentences: {@code org.useCase("uc-1").stage(PILOT).started(200)}. Unless said
 * otherwise every file exists with every column, so that a cell that is not set is blank.
 */
public final class Organisation {

    private final LocalDate asOf;
    private final Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
    private final Set<Kind> files = EnumSet.allOf(Kind.class);
    private final Set<Attribute> lacking = new LinkedHashSet<>();

    private Organisation(LocalDate asOf) {
        this.asOf = asOf;
        for (Kind kind : Kind.values()) {
            rows.put(kind, new ArrayList<>());
        }
    }

    public static Organisation asOf(LocalDate day) {
        return new Organisation(day);
    }

    /** As of the day that the examples use. */
    public static Organisation today() {
        return asOf(LocalDate.of(2026, 6, 30));
    }

    public LocalDate asOf() {
        return asOf;
    }

    // sentences

    public Row add(Kind kind) {
        Row row = new Row(kind, asOf);
        rows.get(kind).add(row);
        return row;
    }

    private Row named(Kind kind, String id) {
        return add(kind).with("id", id).with("name", id);
    }

    public Row useCase(String id) {
        return named(Kind.USE_CASE, id);
    }

    public Row workflow(String id) {
        return named(Kind.WORKFLOW, id);
    }

    public Row step(String workflow, String id, int seq) {
        return named(Kind.STEP, id).with("workflow_id", workflow).with("seq", seq);
    }

    public Row handoff(String workflow, String from, String to) {
        return add(Kind.HANDOFF)
                .with("workflow_id", workflow)
                .with("from_step_id", from)
                .with("to_step_id", to);
    }

    public Row team(String id) {
        return named(Kind.TEAM, id);
    }

    public Row person(String id) {
        return named(Kind.PERSON, id);
    }

    /** A decision on a use case. */
    public Row decision(Object kind, String useCase, long daysAgo) {
        return decision(kind, daysAgo).with("subject_type", "use_case").with("subject_id", useCase);
    }

    public Row decisionOnWorkflow(Object kind, String workflow, long daysAgo) {
        return decision(kind, daysAgo).with("subject_type", "workflow").with("subject_id", workflow);
    }

    private Row decision(Object kind, long daysAgo) {
        return add(Kind.DECISION)
                .with("id", "d-" + rows.get(Kind.DECISION).size())
                .with("kind", kind)
                .daysAgo("decided_on", daysAgo);
    }

    public Row adoption(String useCase, String team) {
        return add(Kind.ADOPTION).with("use_case_id", useCase).with("team_id", team);
    }

    public Row responsibility(String workflow, String role) {
        return add(Kind.RESPONSIBILITY)
                .with("workflow_id", workflow)
                .with("role", role)
                .with("assignment", "R");
    }

    public Row friction(String id, String... useCases) {
        return add(Kind.FRICTION).with("id", id).with("kind", "other").with("use_case_ids", String.join(";", useCases));
    }

    /** There is no such file. */
    public Organisation lacks(Kind kind) {
        files.remove(kind);
        return this;
    }

    /** The file has no such columns. */
    public Organisation lacks(Kind kind, String... columns) {
        for (String column : columns) {
            lacking.add(kind.attribute(column));
        }
        return this;
    }

    // reading

    public boolean has(Kind kind) {
        return files.contains(kind);
    }

    public List<Row> rows(Kind kind) {
        return Collections.unmodifiableList(rows.get(kind));
    }

    public List<Attribute> columns(Kind kind) {
        return kind.attributes().stream()
                .filter(each -> !lacking.contains(each))
                .toList();
    }

    /** Whether a cell is one of these texts, to the letter. */
    public boolean says(String... texts) {
        return files.stream()
                .flatMap(kind -> rows.get(kind).stream())
                .anyMatch(row -> row.cells.values().stream().anyMatch(List.of(texts)::contains));
    }

    public int size() {
        return files.stream().mapToInt(kind -> rows.get(kind).size()).sum();
    }

    /** The facts, taken as they stand: ids are ids, nothing is resolved or refused. For what import does to files, import them. */
    public Portfolio portfolio() {
        return new PlainReader(this).read();
    }

    /** File name to CSV text. */
    public Map<String, String> csv() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach(kind -> texts.put(kind.table() + ".csv", Csv.write(columns(kind), rows.get(kind))));
        return texts;
    }

    /** One JSON document; a blank cell is an empty string. */
    public String json() {
        Map<Kind, List<Row>> existing = new EnumMap<>(rows);
        existing.keySet().retainAll(files);
        return Json.write(existing, this::columns);
    }

    // variations

    /** The same rows in another order. */
    public Organisation shuffled(long seed) {
        Organisation copy = copy();
        Random random = new Random(seed);
        copy.rows.values().forEach(each -> Collections.shuffle(each, random));
        return copy;
    }

    /** The same with every id that has a row changed, and every cell that refers to it. */
    public Organisation renamed(Function<String, String> renaming) {
        return new Renaming(this, renaming).apply();
    }

    /** So many of it side by side, which have no id, name or other text in common: only choices, days and numbers. */
    public Organisation sideBySide(int times) {
        Organisation all = copy();
        all.rows.values().forEach(List::clear);
        for (int time = 0; time < times; time++) {
            String mark = "$0x" + time;
            rows.forEach((kind, some) -> some.forEach(row -> all.rows.get(kind).add(row.marked(mark))));
        }
        return all;
    }

    /** CSV texts where each file is cut in two, with the header in both. */
    public Map<String, String> splitCsv(long seed) {
        Random random = new Random(seed);
        Map<String, String> texts = new TreeMap<>();
        for (Kind kind : files) {
            List<Row> all = rows.get(kind);
            int cut = random.nextInt(all.size() + 1);
            texts.put("1/" + kind.table() + ".csv", Csv.write(columns(kind), all.subList(0, cut)));
            texts.put("2/" + kind.table() + ".csv", Csv.write(columns(kind), all.subList(cut, all.size())));
        }
        return texts;
    }

    public Organisation without(Row row) {
        Organisation copy = copy();
        copy.rows.get(row.kind).removeIf(each -> each == row);
        return copy;
    }

    public Organisation replacing(Row row, Row by) {
        Organisation copy = copy();
        copy.rows.get(row.kind).replaceAll(each -> each == row ? by : each);
        return copy;
    }

    /** Another organisation that can be added to; it shares the rows. */
    public Organisation copy() {
        Organisation copy = new Organisation(asOf);
        rows.forEach((kind, all) -> copy.rows.get(kind).addAll(all));
        copy.files.retainAll(files);
        copy.lacking.addAll(lacking);
        return copy;
    }

    Organisation replacingRows(Function<Row, Row> change) {
        Organisation copy = copy();
        copy.rows.values().forEach(all -> all.replaceAll(change::apply));
        return copy;
    }

    /** Its rows with the cells that are not blank, and which files and columns it lacks: what a failed test prints. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("as of " + asOf);
        EnumSet.complementOf(EnumSet.copyOf(files))
                .forEach(kind -> out.append(", no ").append(kind.table()));
        lacking.stream()
                .filter(column -> files.contains(column.kind())
                        && !rows.get(column.kind()).isEmpty())
                .forEach(column -> out.append(", no ").append(column));
        files.forEach(kind -> rows.get(kind).forEach(row -> out.append('\n').append(row)));
        return out.toString();
    }
}

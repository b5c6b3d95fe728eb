package org.throughline.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a portfolio goes into its archive: tables with their columns, in the order in which rows refer to rows before them. */
final class ArchiveTables {

    static final int FORMAT = 1;
    static final String HEAD = "throughline-portfolio.json";
    static final String CONTENT = "content/";
    static final String TABLES = "tables/";
    static final String JSON = ".json";

    /** Without {@code portfolio_id}, which another installation may choose anew. */
    static final Map<String, List<String>> COLUMNS = columns();

    /** Columns that name content. */
    static final Map<String, List<String>> REFERENCES = Map.of(
            "snapshot", List.of("facts", "mapping"),
            "snapshot_file", List.of("sha256"),
            "assessment", List.of("advice"));

    /** Tables that archives of earlier releases do not have. */
    static final Set<String> LATER = Set.of("scenario");

    private ArchiveTables() {}

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        put(
                tables,
                "snapshot",
                "number as_of imported_at imported_by sent_digest hours_per_day strict mapping_name mapping"
                        + " facts_digest facts counts");
        put(tables, "snapshot_file", "number place name sha256");
        put(tables, "assessment", "number rules_digest rules_count facts_digest made_at advice figures waiting");
        put(tables, "recommendation", "id kind title first_number");
        put(
                tables,
                "handling",
                "recommendation_id state owner due reason note until_day version changed_at changed_by");
        put(tables, "link", "type old_id new_id number status evidence version decided_at decided_by");
        put(tables, "scenario", "number name edits kept_at kept_by");
        put(tables, "event", "at actor action about was became comment");
        return tables;
    }

    private static void put(Map<String, List<String>> tables, String table, String columns) {
        tables.put(table, List.of(columns.split(" ")));
    }
}

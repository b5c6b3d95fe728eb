package org.throughline.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.findings.SubjectType;
import org.throughline.history.AssessmentCard;
import org.throughline.history.Event;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.Link;
import org.throughline.history.PortfolioCard;
import org.throughline.history.SnapshotCard;
import org.throughline.history.State;

/** From rows of the tables to records. */
final class Rows {

    private Rows() {}

    static PortfolioCard portfolio(ResultSet row, int number) throws SQLException {
        return new PortfolioCard(
                row.getString("id"),
                row.getString("name"),
                Instant.parse(row.getString("created_at")),
                row.getString("created_by"),
                row.getLong("snapshots"));
    }

    static SnapshotCard snapshot(ResultSet row, Map<Long, java.util.List<SnapshotCard.SentFile>> files)
            throws SQLException {
        long number = row.getLong("number");
        return new SnapshotCard(
                row.getString("portfolio_id"),
                number,
                LocalDate.parse(row.getString("as_of")),
                Instant.parse(row.getString("imported_at")),
                row.getString("imported_by"),
                row.getString("sent_digest"),
                new BigDecimal(row.getString("hours_per_day")),
                row.getString("strict").equals("yes"),
                row.getString("mapping_name"),
                row.getString("facts_digest"),
                counts(row.getString("counts")),
                files.getOrDefault(number, java.util.List.of()));
    }

    private static Map<String, Long> counts(String json) {
        Map<String, Long> counts = new java.util.LinkedHashMap<>();
        HistoryJson.read(json, Map.class)
                .forEach((table, rows) -> counts.put(String.valueOf(table), ((Number) rows).longValue()));
        return counts;
    }

    static AssessmentCard assessment(ResultSet row, int number) throws SQLException {
        return new AssessmentCard(
                row.getString("portfolio_id"),
                row.getLong("number"),
                row.getString("rules_digest"),
                row.getLong("rules_count"),
                row.getString("facts_digest"),
                Instant.parse(row.getString("made_at")),
                row.getString("figures"));
    }

    static Handling handling(ResultSet row, int number) throws SQLException {
        return new Handling(
                row.getString("recommendation_id"),
                State.of(row.getString("state")),
                row.getString("owner"),
                day(row.getString("due")),
                row.getString("reason"),
                row.getString("note"),
                day(row.getString("until_day")),
                row.getLong("version"),
                Instant.parse(row.getString("changed_at")),
                row.getString("changed_by"));
    }

    static Event event(ResultSet row, int number) throws SQLException {
        return new Event(
                row.getLong("id"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("about"),
                row.getString("was"),
                row.getString("became"),
                row.getString("comment"));
    }

    static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                SubjectType.of(row.getString("type")),
                row.getString("old_id"),
                row.getString("new_id"),
                row.getLong("number"),
                Link.Status.of(row.getString("status")),
                row.getString("evidence"),
                row.getLong("version"),
                Instant.parse(row.getString("decided_at")),
                row.getString("decided_by"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

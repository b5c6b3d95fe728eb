package org.throughline.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.HistoryJson;
import org.throughline.history.PortfolioCard;

/** Writes a whole portfolio as one ZIP: what is large under its SHA-256, then the rows that refer to it. The same portfolio, the same bytes. */
final class ArchiveWriter {

    private final JdbcClient sql;
    private final ZipOutputStream zip;

    private ArchiveWriter(JdbcClient sql, ZipOutputStream zip) {
        this.sql = sql;
        this.zip = zip;
    }

    /** Leaves the stream open. */
    static void write(JdbcClient sql, PortfolioCard card, OutputStream out) {
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            new ArchiveWriter(sql, zip).portfolio(card);
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void portfolio(PortfolioCard card) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", ArchiveTables.FORMAT);
        head.put("portfolio", card);
        entry(ArchiveTables.HEAD, HistoryJson.text(head).getBytes(StandardCharsets.UTF_8));
        Contents contents = new Contents(sql);
        for (String sha256 : references(card.id())) {
            entry(ArchiveTables.CONTENT + sha256, contents.of(sha256));
        }
        for (Map.Entry<String, List<String>> table : ArchiveTables.COLUMNS.entrySet()) {
            String name = ArchiveTables.TABLES + table.getKey() + ArchiveTables.JSON;
            entry(name, rows(card.id(), table.getKey(), table.getValue()));
        }
    }

    private Set<String> references(String portfolio) {
        Set<String> names = new LinkedHashSet<>();
        ArchiveTables.REFERENCES.forEach((table, columns) -> columns.forEach(column ->
                names.addAll(sql.sql("select distinct %1$s from %2$s where portfolio_id = ? and %1$s is not null"
                                .formatted(column, table))
                        .param(portfolio)
                        .query(String.class)
                        .list())));
        return new java.util.TreeSet<>(names);
    }

    private byte[] rows(String portfolio, String table, List<String> columns) {
        String order = table.equals("event") ? "id" : String.join(", ", columns);
        String query =
                "select " + String.join(", ", columns) + " from " + table + " where portfolio_id = ? order by " + order;
        List<Map<String, Object>> rows = sql.sql(query).param(portfolio).query().listOfRows();
        return HistoryJson.text(rows).getBytes(StandardCharsets.UTF_8);
    }

    private void entry(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

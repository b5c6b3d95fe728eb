package org.throughline.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.history.HistoryJson;
import org.throughline.history.PortfolioCard;
import org.throughline.store.Contents.Content;
import tools.jackson.core.JacksonException;

/** Reads what {@link ArchiveWriter} wrote into another database, entry by entry; each is checked before it is taken. */
final class ArchiveReader {

    /** Unpacked, of one entry: more than any upload may have. */
    private static final int LARGEST_ENTRY = 512 << 20;

    private final JdbcClient sql;
    private final ZipInputStream zip;
    private final @Nullable String chosen;
    private final Set<String> tables = new HashSet<>();
    private String id = "";

    private ArchiveReader(JdbcClient sql, ZipInputStream zip, @Nullable String chosen) {
        this.sql = sql;
        this.zip = zip;
        this.chosen = chosen;
    }

    /**
     * @param chosen its id here, or null for the one that it has there
     * @return its id here; empty where there is one of that id
     * @throws ArchiveException if it is no archive, or not a whole one
     */
    static String read(JdbcClient sql, InputStream in, @Nullable String chosen) {
        try {
            ArchiveReader reader = new ArchiveReader(sql, new ZipInputStream(in, StandardCharsets.UTF_8), chosen);
            reader.all();
            return reader.id;
        } catch (ZipException e) {
            throw new ArchiveException("It is no ZIP, or it breaks off: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new ArchiveException("It cannot be read to its end.");
        } catch (JacksonException | IllegalArgumentException | DataIntegrityViolationException e) {
            throw new ArchiveException("A part of it cannot be understood.");
        }
    }

    private void all() throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.equals(ArchiveTables.HEAD)) {
                head(text());
            } else if (id.isEmpty()) {
                break;
            } else if (name.startsWith(ArchiveTables.CONTENT)) {
                content(name.substring(ArchiveTables.CONTENT.length()));
            } else if (name.startsWith(ArchiveTables.TABLES)) {
                rows(name.substring(ArchiveTables.TABLES.length()).replace(ArchiveTables.JSON, ""));
            }
        }
        if (id.isEmpty()) {
            throw new ArchiveException("It does not begin with " + ArchiveTables.HEAD + ".");
        }
        List<String> missing = ArchiveTables.COLUMNS.keySet().stream()
                .filter(table -> !tables.contains(table) && !ArchiveTables.LATER.contains(table))
                .toList();
        if (!missing.isEmpty()) {
            throw new ArchiveException("It lacks its tables " + String.join(", ", missing) + ".");
        }
    }

    /** How an archive begins. */
    private record Head(int format, PortfolioCard portfolio) {}

    private void head(String json) {
        Head head = HistoryJson.read(json, Head.class);
        if (head.format() > ArchiveTables.FORMAT) {
            throw new ArchiveException("It was written by a later release (format " + head.format() + ").");
        }
        PortfolioCard card = head.portfolio();
        id = chosen == null ? card.id() : chosen;
        int made = sql.sql("insert into portfolio (id, name, created_at, created_by, snapshots) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(id, card.name(), card.createdAt().toString(), card.createdBy(), card.snapshots())
                .update();
        if (made == 0) {
            throw new Taken(id);
        }
    }

    private String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = zip.readNBytes(LARGEST_ENTRY + 1);
        if (bytes.length > LARGEST_ENTRY) {
            throw new ArchiveException("A part of it is larger than " + (LARGEST_ENTRY >> 20) + " MB.");
        }
        return bytes;
    }

    private void content(String sha256) throws IOException {
        Content content = Content.of(bytes());
        if (!content.sha256().equals(sha256)) {
            throw new ArchiveException("Its part " + sha256 + " was changed.");
        }
        new Contents(sql).keep(content);
    }

    private void rows(String table) throws IOException {
        List<String> columns = ArchiveTables.COLUMNS.get(table);
        if (columns == null || !tables.add(table)) {
            return;
        }
        String insert = "insert into " + table + " (portfolio_id, " + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size()) + ")";
        for (Object row : HistoryJson.read(text(), List.class)) {
            Map<?, ?> cells = (Map<?, ?>) row;
            List<@Nullable Object> values = new ArrayList<>();
            values.add(id);
            columns.forEach(column -> values.add(cells.get(column)));
            sql.sql(insert).params(values).update();
        }
    }

    /** What of it is known, for whoever looks whether a file is such an archive. */
    static boolean isArchive(InputStream in) throws IOException {
        ZipEntry first = new ZipInputStream(in, StandardCharsets.UTF_8).getNextEntry();
        return first != null && first.getName().equals(ArchiveTables.HEAD);
    }

    /** There is a portfolio of that id. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken(String id) {
            super(id);
        }
    }
}

package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The diagnostics as SQL over the same files: what a data engineer would write in place of rules. Blank cells of naming columns are taken for
 * "nobody": right for files that have every column, as those compared here; unknown as distinct from absent, what could not be judged,
 * evidence, ranking and advice it leaves out.
 */
final class DuckDb {

    private static final Path STATEMENTS = Path.of("src", "bench", "sql");

    private DuckDb() {}

    /** Loads the folder, and finds; each finding as its id and severity. */
    static List<String> findings(Path folder) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("set memory_limit = '3GB'");
            for (String sql : statements(folder)) {
                execute(statement, sql);
            }
            return lines(statement);
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql + "\n" + e.getMessage(), e);
        }
    }

    private static List<String> lines(Statement statement) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select diagnostic, subject, severity from findings")) {
            while (rows.next()) {
                lines.add(rows.getString(1) + ":" + rows.getString(2) + " " + rows.getString(3));
            }
        }
        return lines;
    }

    private static List<String> statements(Path folder) throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(STATEMENTS)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file).replace("${folder}", folder.toString());
                statements.addAll(List.of(text.split(";\\s*\\n")));
            }
        }
        return statements;
    }
}

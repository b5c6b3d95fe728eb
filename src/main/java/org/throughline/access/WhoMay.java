package org.throughline.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.throughline.store.Account.Grant;

/**
 * The table of who may do what, see {@code who-may.txt}. It matches addresses as Spring's own mappings do, so that both always speak of the
 * same endpoint.
 */
final class WhoMay {

    private static final String TABLE = "who-may.txt";
    private static final String ANY_METHOD = "*";

    /** Between a portfolio and a number, in the address of a snapshot's pages. */
    private static final String SNAPSHOT = "~";

    private final List<Row> rows;

    private WhoMay(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * A line of the table.
     *
     * @param who roles, or one of {@code anyone} and {@code member}
     * @param where as it stands in the table
     * @param scopes of which one is enough; none where tokens are no good
     */
    record Row(String method, PathPattern address, Set<String> who, String where, Set<Scope> scopes) {

        boolean isForAnyone() {
            return who.contains("anyone");
        }

        boolean isForMembers() {
            return who.contains("member");
        }

        boolean isForAll() {
            return where.equals("all");
        }

        boolean takes(String asked) {
            return method.equals(ANY_METHOD) || method.equals(asked);
        }

        /** Whether the address may be of a portfolio's snapshot, or of what somebody just sent. */
        private boolean isForSnapshots() {
            return where.startsWith(SNAPSHOT);
        }

        boolean isOfWhatWasSent(PathContainer path) {
            return isForSnapshots() && !part(where.substring(1), path).contains(SNAPSHOT);
        }

        private String part(String name, PathContainer path) {
            PathPattern.PathMatchInfo match = address.matchAndExtract(path);
            return match == null
                    ? Grant.ALL
                    : match.getUriVariables().getOrDefault(name.substring(1, name.length() - 1), Grant.ALL);
        }

        /** The portfolio that is asked for; {@code *} where that would be all, or none is named. */
        String portfolio(HttpServletRequest request, PathContainer path) {
            if (where.startsWith("{")) {
                return part(where, path);
            }
            if (isForSnapshots()) {
                return part(where.substring(1), path).split(SNAPSHOT)[0];
            }
            String named = where.startsWith("?") ? request.getParameter(where.substring(1)) : null;
            return named == null || named.isBlank() ? Grant.ALL : named;
        }
    }

    static WhoMay shipped() {
        try (InputStream in = WhoMay.class.getResourceAsStream(TABLE)) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WhoMay of(String table) {
        return new WhoMay(table.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(WhoMay::row)
                .sorted(Comparator.comparing(Row::address, PathPattern.SPECIFICITY_COMPARATOR))
                .toList());
    }

    private static Row row(String line) {
        String[] cells = line.strip().split("\\s+");
        if (cells.length != 5) {
            throw new IllegalArgumentException(TABLE + ": found \"" + line.strip()
                    + "\", expected method, address, who, where and scope; write - for none");
        }
        Set<String> who = Set.of(cells[2].split(","));
        for (String each : who) {
            if (Role.of(each).isEmpty() && !each.equals("anyone") && !each.equals("member")) {
                throw new IllegalArgumentException(TABLE + ": found who \"" + each + "\" in \"" + line.strip()
                        + "\", expected anyone, member or of " + Role.words());
            }
        }
        return new Row(cells[0], PathPatternParser.defaultInstance.parse(cells[1]), who, cells[3], scopes(cells[4]));
    }

    private static Set<Scope> scopes(String words) {
        return words.equals("-")
                ? Set.of()
                : Arrays.stream(words.split(","))
                        .map(word -> Scope.of(word).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet());
    }

    List<Row> rows() {
        return rows;
    }

    Optional<Row> row(String method, PathContainer path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return rows.stream()
                .filter(row -> row.takes(asked) && row.address().matches(path))
                .findFirst();
    }

    Verdict verdict(Reader reader, HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return verdict(reader, request, path);
    }

    private Verdict verdict(Reader reader, HttpServletRequest request, PathContainer path) {
        Optional<Row> found = row(request.getMethod(), path);
        if (reader.via() == Reader.Via.LOCAL) {
            return Verdict.allowed(found.orElse(null));
        }
        if (found.isEmpty()) {
            return Verdict.refused(Refused.nothingThere(request));
        }
        Row row = found.get();
        if (row.isForAnyone()) {
            return Verdict.allowed(row);
        }
        if (reader.via() == Reader.Via.TOKEN
                && row.scopes().stream().noneMatch(scope -> reader.scopes().contains(scope.word()))) {
            return Verdict.refused(Refused.scope(reader, row.scopes()));
        }
        return mayDo(reader, row, request, path);
    }

    private static Verdict mayDo(Reader reader, Row row, HttpServletRequest request, PathContainer path) {
        String portfolio = row.portfolio(request, path);
        boolean may;
        if (row.isForMembers() || row.isOfWhatWasSent(path)) {
            may = !reader.grants().isEmpty();
        } else if (row.where().equals("some")) {
            may = reader.grants().stream().anyMatch(grant -> row.who().contains(grant.role()));
        } else {
            may = reader.has(row.who(), portfolio);
        }
        return may ? Verdict.allowed(row) : Verdict.refused(Refused.role(reader, row.who(), portfolio));
    }
}

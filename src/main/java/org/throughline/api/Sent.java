package org.throughline.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.throughline.history.HistoryJson;

/** What of a request has to be read by hand. */
public final class Sent {

    static final String AS_OF = "asOf";

    private static final int LAST_YEAR = 9999;

    /** Whose changes those are that come without a log-in, over the loopback address. */
    private static final String LOCAL = "local user";

    private Sent() {}

    /**
     * The body, which is not read at all where it says that it is too large.
     *
     * @throws TooLargeException if it is larger
     */
    public static byte[] bytes(HttpServletRequest sent, DataSize largest) throws IOException {
        long most = Math.min(Integer.MAX_VALUE - 16, largest.toBytes());
        if (sent.getContentLengthLong() > most) {
            throw new TooLargeException(largest);
        }
        byte[] document = sent.getInputStream().readNBytes((int) most + 1);
        if (document.length > most) {
            throw new TooLargeException(largest);
        }
        return document;
    }

    /**
     * @throws MalformedJsonException if it is no JSON
     * @throws org.throughline.portfolio.RefusedException if it is no such record, with all that is wrong
     */
    static <T> T json(HttpServletRequest sent, Class<T> type) throws IOException {
        byte[] document = bytes(sent, DataSize.ofMegabytes(1));
        JsonSyntax.check(document);
        return JsonBody.as(type, HistoryJson.read(new String(document, StandardCharsets.UTF_8), Object.class));
    }

    /** @throws NoDayException if it is none */
    public static @Nullable LocalDate day(@Nullable String asOf) {
        return day(AS_OF, asOf);
    }

    /** @throws NoDayException if it is none, or in a year that is not of four digits */
    static @Nullable LocalDate day(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new NoDayException(parameter, text);
    }

    /** Who asks. */
    static String by(HttpServletRequest sent) {
        Principal who = sent.getUserPrincipal();
        return who == null ? LOCAL : who.getName();
    }
}

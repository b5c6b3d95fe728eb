package org.throughline.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Whether a document is JSON at all, before anybody asks what it says: who sends it wants to know the place, not the consequences. */
final class JsonSyntax {

    /** A portfolio needs 4. */
    private static final int DEEPEST = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonSyntax() {}

    /** @throws MalformedJsonException if it is no JSON, nested too deep, or says a thing twice */
    static void check(byte[] document) {
        try (JsonParser tokens = JSON.createParser(ObjectReadContext.empty(), document)) {
            if (tokens.nextToken() == null) {
                throw new MalformedJsonException(1, 1, "The document is empty");
            }
            while (tokens.nextToken() != null) {
                // only to the end
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new MalformedJsonException(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        return message == null
                ? "It cannot be read"
                : message.lines().findFirst().orElse("It cannot be read");
    }
}

package org.throughline.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Whether a document is JSON at all, before anybody asks what it says: who sends it wants to know the place, not the consequences. */
public final class JsonSyntax {

    /** A portfolio needs 4. */
    private static final int DEEPEST = 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonSyntax() {}

    /** @throws MalformedJsonException if it is no JSON, nested too deep, or says a thing twice */
    public static void check(byte[] document) {
        try (JsonParser tokens = JSON.createParser(ObjectReadContext.empty(), document)) {
            check(tokens);
        } catch (JacksonException e) {
            throw malformed(e, e.getLocation());
        }
    }

    private static void check(JsonParser tokens) {
        try {
            if (tokens.nextToken() == null) {
                throw new MalformedJsonException(1, 1, "an empty document", "a portfolio as a JSON object");
            }
            while (tokens.nextToken() != null) {
                // only to the end
            }
        } catch (StreamConstraintsException e) { // it does not say where
            throw malformed(e, tokens.currentLocation());
        }
    }

    private static MalformedJsonException malformed(JacksonException e, @Nullable TokenStreamLocation at) {
        JsonMistake mistake = JsonMistake.of(e, DEEPEST);
        return new MalformedJsonException(
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()),
                mistake.found(),
                mistake.expected());
    }
}

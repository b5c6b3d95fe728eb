package org.throughline.history;

import java.io.ByteArrayOutputStream;
import org.throughline.facts.Portfolio;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Facts as bytes, with the file, row and column of each, so that they can be judged again after years and give the same advice, whatever
 * becomes of the words that their files were once read with.
 */
public final class FactsArchive {

    private static final JsonFactory JSON = new JsonFactory();

    private FactsArchive() {}

    /** JSON; the same facts give the same bytes. */
    public static byte[] bytes(Portfolio facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new FactsWriter(out).write(facts);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException if these bytes are no facts, or of a later release */
    public static Portfolio facts(byte[] bytes) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            return new FactsReader(in).read();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no facts: " + e.getOriginalMessage(), e);
        }
    }
}

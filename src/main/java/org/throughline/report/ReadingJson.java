package org.throughline.report;

import java.io.OutputStream;
import org.throughline.facts.Reading;
import org.throughline.facts.SheetReading;

/** What was recognised in an input, for machines. */
public final class ReadingJson {

    private ReadingJson() {}

    /** Flushes the stream and leaves it open. */
    public static void write(Reading reading, OutputStream out) {
        Json.write(out, json -> {
            json.put("usable", reading.portfolio() != null);
            json.objects("files", reading.sheets(), sheet -> sheet(json, sheet));
            json.objects("problems", reading.problems(), problem -> AdviceJson.problem(json, problem));
        });
    }

    private static void sheet(Json json, SheetReading it) {
        json.text("file", it.file());
        json.text("kind", it.kind() == null ? null : it.kind().table());
        json.text("recognisedBy", it.recognisedBy());
        json.text("encoding", it.encoding());
        json.text("delimiter", it.delimiter());
        json.number("rows", it.rows());
        json.number("facts", it.facts());
        json.objects("columns", it.columns(), column -> {
            json.text("header", column.header());
            json.text("attribute", column.attribute());
            json.text("matchedBy", column.matchedBy());
            json.text("unit", column.unit());
            json.text("when", column.when());
            json.number("read", column.read());
            json.number("blank", column.blank());
            json.number("mended", column.mended());
            json.number("refused", column.refused());
            json.texts("samples", column.samples());
            json.texts("refusedSamples", column.refusedSamples());
        });
        json.texts("unmapped", it.unmapped());
        json.objects("proposals", it.proposals(), proposal -> {
            json.text("header", proposal.header());
            json.text("attribute", proposal.attribute());
            json.text("why", proposal.why());
        });
        json.texts("roles", it.roles());
    }
}

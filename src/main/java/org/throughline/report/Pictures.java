package org.throughline.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.advice.Advice;
import org.throughline.facts.Portfolio;

/** The three pictures, each only where there is something to see. */
record Pictures(
        @Nullable StagePicture stages,
        List<FlowPicture> flows,
        @Nullable TeamsPicture teams) {

    static Pictures of(Advice advice, Portfolio portfolio) {
        return new Pictures(
                StagePicture.of(portfolio), FlowPicture.of(advice.valueStreams()), TeamsPicture.of(portfolio));
    }

    boolean any() {
        return stages != null || !flows.isEmpty() || teams != null;
    }

    boolean hasFlows() {
        return !flows.isEmpty();
    }

    /** Their data as JSON that can stand in a script element: nothing in it ends the element or starts another. */
    String json() {
        return Json.compact(json -> {
                    if (stages != null) {
                        json.object("stages", stages::data);
                    }
                    json.objects("flows", flows, flow -> flow.data(json));
                    if (teams != null) {
                        json.object("teams", teams::data);
                    }
                })
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}

package org.throughline.cli;

import java.util.function.Consumer;
import org.throughline.history.HistoryJson;
import org.throughline.report.PortfolioText;

/** What the verbs about portfolios print, and in whose name they change. */
record PortfolioAnswer(Console console) {

    int write(ListFormat format, Object record, Consumer<PortfolioText> content) {
        Output.write(null, console, out -> {
            if (format.isJson()) {
                HistoryJson.write(record, out);
            } else {
                Output.text(out, writer -> content.accept(new PortfolioText(console.screen(), writer)));
            }
        });
        return ExitCode.DONE;
    }

    static String user() {
        return System.getProperty("user.name", "command line");
    }
}

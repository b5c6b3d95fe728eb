package org.throughline.bench;

/** The importer beside the parser that it builds on. */
final class CsvPart implements Part {

    private static final double PARSING_LIMIT = 2;
    private static final int UNCLOSED_QUOTE_LIMIT_S = 1;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public void measure(Table table, Harness harness) throws Exception {
        CsvBenchmark.Costs costs = new CsvBenchmark().measure();
        double ratio = costs.reading().cpu() / costs.parsing().cpu();
        table.row("A million use cases of 12 columns, %.0f MB of CSV to facts; beside it OpenCSV, parsing only"
                        .formatted(costs.megabytes()))
                .measured(costs.reading().text())
                .beside(costs.parsing().text())
                .ratio(ratio)
                .limit(PARSING_LIMIT + " x", ratio <= PARSING_LIMIT);
        table.row("A quotation mark that never closes in 10 MB, named with its row, warm")
                .measured(costs.unclosedQuote().text())
                .limit(UNCLOSED_QUOTE_LIMIT_S + " s", costs.unclosedQuote().clock() < UNCLOSED_QUOTE_LIMIT_S);
    }
}

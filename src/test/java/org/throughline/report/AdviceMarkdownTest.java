package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.throughline.advice.Advice;
import org.throughline.testkit.Golden;
import org.throughline.testkit.ReportFixtures;

class AdviceMarkdownTest {

    @Test
    void isABriefAndThenTheEvidence() {
        Golden.assertSame(markdown(ReportFixtures.salesAdvice()), "advice.md");
    }

    @Test
    void saysSoWhenThereIsNothingToDo() {
        assertThat(markdown(ReportFixtures.nothingToSay())).isEqualTo("""
                        # Advice as of 2026-06-30

                        From 1 use case; by 41 rules.

                        ## Nothing to do

                        No rule found anything to change in these facts.

                        ---

                        Rules sha256:1111, facts sha256:0000.
                        """);
    }

    @Test
    void showsMarkupAsTheTextItIs() {
        assertThat(Markdown.escape("<b>*x*</b> [a](b) | `c` &amp; _d_"))
                .isEqualTo("\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\| \\`c\\` \\&amp; \\_d\\_");
        assertThat(Markdown.escape("# no heading")).isEqualTo("\\# no heading");
        assertThat(Markdown.escape("1. no list")).isEqualTo("1\\. no list");
        assertThat(Markdown.escape("285.9 h a month")).isEqualTo("285.9 h a month");
        assertThat(Markdown.escape("![no](picture)")).isEqualTo("\\!\\[no\\](picture)");
    }

    @Test
    void leavesNamesReadable() {
        assertThat(Markdown.escape("use_cases.csv, 3.5 h")).isEqualTo("use_cases.csv, 3.5 h");
    }

    private static String markdown(Advice advice) {
        StringBuilder out = new StringBuilder();
        AdviceMarkdown.write(advice, out);
        return out.toString();
    }
}

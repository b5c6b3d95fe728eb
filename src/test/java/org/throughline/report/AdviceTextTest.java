package org.throughline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.advice.Advice;
import org.throughline.testkit.Golden;
import org.throughline.testkit.ReportFixtures;

class AdviceTextTest {

    @Test
    void readsAsAPageOfEightyColumns() {
        Golden.assertSame(text(ReportFixtures.salesAdvice(), 3, Screen.PLAIN), "advice.txt");
    }

    @Test
    void saysSoWhenThereIsNothingToDo() {
        assertThat(text(ReportFixtures.nothingToSay(), 10, Screen.PLAIN)).isEqualTo("""
                        Advice as of 2026-06-30
                        From 1 use case; by 41 rules

                        Nothing to do

                          No rule found anything to change in these facts.
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void staysWithinTheScreen(int width) {
        assertThat(text(ReportFixtures.salesAdvice(), 10, new Screen(width, false))
                        .lines())
                .allSatisfy(line -> assertThat(Paragraph.width(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void hasColoursOnlyWhenTold() {
        Advice advice = ReportFixtures.salesAdvice();
        String coloured = text(advice, 10, new Screen(80, true));

        assertThat(text(advice, 10, Screen.PLAIN)).doesNotContain("\u001b");
        assertThat(coloured).contains("  1  \u001b[31mP1\u001b[0m  \u001b[1mName one owner");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(text(advice, 10, Screen.PLAIN));
    }

    @Test
    void aCellCannotWriteToTheTerminal() {
        assertThat(Words.clean("red\u001b[31m\r\nrow \u202egnp.exe\u0007"))
                .isEqualTo("red\uFFFD[31m row \uFFFDgnp.exe\uFFFD");
    }

    @Test
    void countsColumnsAsATerminalDoes() {
        assertThat(Paragraph.width("営業")).isEqualTo(4);
        assertThat(Paragraph.width("e\u0301")).isEqualTo(1);
        assertThat(Paragraph.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Paragraph.lines("unbreakable", 4)).containsExactly("unbreakable");
    }

    private static String text(Advice advice, int top, Screen screen) {
        StringBuilder out = new StringBuilder();
        AdviceText.write(advice, top, screen, out);
        return out.toString();
    }
}

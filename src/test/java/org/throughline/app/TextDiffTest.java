package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDiffTest {

    private static String shown(String before, String after) {
        StringBuilder text = new StringBuilder();
        TextDiff.of("a.csv", before, after)
                .lines()
                .forEach(line -> text.append(line.before() == null ? "." : line.before())
                        .append(line.after() == null ? "." : line.after())
                        .append(line.fate() == TextDiff.Fate.GAP ? "~" : line.mark())
                        .append(line.text())
                        .append(';'));
        return text.toString();
    }

    @Test
    void showsWhatChangedWithThreeLinesAround() {
        assertThat(shown("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nE\nf\ng\nh\ni\n"))
                .isEqualTo("..~;22 b;33 c;44 d;5.-e;.5+E;66 f;77 g;88 h;..~;");
    }

    @Test
    void countsOnAfterLinesThatAreNew() {
        assertThat(shown("a\nb\n", "x\na\ny\nb\n")).isEqualTo(".1+x;12 a;.3+y;24 b;");
    }

    @Test
    void aNewFileIsNewFromTopToBottom() {
        assertThat(shown("", "a\nb\n")).isEqualTo(".1+a;.2+b;");
    }

    @Test
    void theSameHasNothingToShow() {
        assertThat(TextDiff.of("a", "x\n", "x\n").count(TextDiff.Fate.NEW)).isZero();
    }
}

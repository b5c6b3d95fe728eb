package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreeWayTest {

    private static final String WAS = "a\nb\nc\nd\n";

    @Test
    void bringsEditsOfOtherLinesTogether() {
        assertThat(ThreeWay.merged(WAS, "a\nB\nc\nd\n", "a\nb\nC\nd\n")).isEqualTo("a\nB\nC\nd\n");
    }

    @Test
    void keepsPlacesWhereTheOtherPutOrDeletedLines() {
        assertThat(ThreeWay.merged(WAS, "a\nb\nc\nD\ne\n", "x\ny\na\nc\nd\n")).isEqualTo("x\ny\na\nc\nD\ne\n");
    }

    @Test
    void theSameEditIsMadeOnce() {
        assertThat(ThreeWay.merged(WAS, "a\nB\nc\nd\n", "a\nB\nc\nd\n")).isEqualTo("a\nB\nc\nd\n");
    }

    @Test
    void leavesOneLineThatBothChangedToPeople() {
        assertThat(ThreeWay.merged(WAS, "a\nB\nc\nd\n", "a\nbb\nc\nd\n")).isNull();
    }

    @Test
    void leavesLinesPutAtOnePlaceToPeople() {
        assertThat(ThreeWay.merged(WAS, "a\nx\nb\nc\nd\n", "a\ny\nb\nc\nd\n")).isNull();
    }
}

package org.throughline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static String rule(String name, String when, String then) {
        return "rule \"%s\"%nwhen%n    %s%nthen%n    %s%nend%n".formatted(name, when, then);
    }

    @Test
    void whatIsReadIsMadeBeforeAndJudgedLast() {
        String judging = rule("judged", "Touched( $w : workflowId )", "findings.report( drools, $w );");
        String touched = rule("touched", "Live( $w : workflowId )", "insertLogical( new Touched( $w ) );");
        String live = rule("live", "$u : UseCase()", "insertLogical( new Live( $u ) );");

        assertThat(Layers.of(List.of(judging, touched + live))).isEqualTo(Map.of("live", 0, "touched", 1, "judged", 3));
    }

    @Test
    void aRuleThatReadsWhatItMakesStandsOnWhatElseItReads() {
        String within =
                rule("within", "Within( $t : top ) Team( parentId == $t )", "insertLogical( new Within( $t ) );");

        assertThat(Layers.of(List.of(within))).containsEntry("within", 0);
    }

    @Test
    void aCircleEnds() {
        String one = rule("one", "Two()", "insertLogical( new One() );");
        String two = rule("two", "One()", "insertLogical( new Two() );");

        assertThat(Layers.of(List.of(one, two))).containsOnlyKeys("one", "two");
    }

    @Test
    void commentsAreNotRead() {
        String live = rule("live", "Live() // unlike Active( or\n /* Settled( */", "insertLogical( new Pair() );");
        String settled = rule("settled", "UseCase()", "insertLogical( new Settled() );");

        assertThat(Layers.of(List.of(live, settled))).containsEntry("live", 0);
    }
}

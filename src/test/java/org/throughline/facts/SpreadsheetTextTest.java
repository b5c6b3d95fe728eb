package org.throughline.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.facts.SpreadsheetText.original;
import static org.throughline.facts.SpreadsheetText.safe;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+cmd",
                "+49 30 12-34",
                "--1",
                " =1",
                "'=1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201"
            })
    void disarmsFormulas(String text) {
        assertThat(safe(text)).isEqualTo("'" + text);
        assertThat(original(safe(text))).isEqualTo(text);
        assertThat(original(safe(safe(text)))).isEqualTo(safe(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1=1", "a-b", " text", "-5", "+3.5", "-3,5", "-1,234.50", "-5 %", "-1e5", "-", "'", "it's"})
    void leavesOtherTextsAlone(String text) {
        assertThat(safe(text)).isEqualTo(text);
        assertThat(original(text)).isEqualTo(text);
    }
}

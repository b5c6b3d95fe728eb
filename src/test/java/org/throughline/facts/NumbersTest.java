package org.throughline.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3610|3,610",
                "1234567.891|1,234,567.89",
                "0.50|0.5",
                "1E+3|1,000",
                "-1234|-1,234",
                "-999|-999",
                "100|100",
                "0|0",
                "2.005|2.01",
                "0.001|0"
            })
    void setsThousandsApart(String number, String spelt) {
        assertThat(Numbers.number(new BigDecimal(number))).isEqualTo(spelt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|100%", "0.2586|25.9%", "0.07|7%", "0|0%", "0.0004|under 0.1%", "12.5|1,250%"})
    void writesSharesInOneWay(String share, String spelt) {
        assertThat(Numbers.percent(new BigDecimal(share))).isEqualTo(spelt);
    }

    @Test
    void countsOneAsOne() {
        assertThat(Numbers.count(1, "use case")).isEqualTo("1 use case");
        assertThat(Numbers.count(0, "use case")).isEqualTo("0 use cases");
        assertThat(Numbers.count(1480, "person|people")).isEqualTo("1,480 people");
        assertThat(Numbers.count(new BigDecimal("1.0"), "day")).isEqualTo("1 day");
        assertThat(Numbers.count("1", "use case was|use cases were")).isEqualTo("1 use case was");
    }

    @Test
    void givesAnAmountItsUnit() {
        assertThat(Numbers.amount(new BigDecimal("28"), "h")).isEqualTo("28 h");
        assertThat(Numbers.amount(new BigDecimal("10"), "%")).isEqualTo("10%");
        assertThat(Numbers.amount(BigDecimal.ONE, "use cases")).isEqualTo("1 use case");
        assertThat(Numbers.amount(BigDecimal.ONE, "people")).isEqualTo("1 person");
        assertThat(Numbers.amount(BigDecimal.ONE, "h")).isEqualTo("1 h");
        assertThat(Numbers.amount(new BigDecimal("3"), "")).isEqualTo("3");
    }
}

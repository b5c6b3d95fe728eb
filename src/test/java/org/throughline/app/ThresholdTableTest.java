package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdTableTest {

    private static final String TABLE = "name,value,unit,reason\n"
            + "# about proof\n"
            + "proof-days,30,days,\"A month, no more.\"\n"
            + "proof-days-long,90.50,days,Long.\n";

    @Test
    void changesTheValueAndNothingElse() {
        assertThat(new ThresholdTable(TABLE).with("proof-days", "45").text())
                .isEqualTo(TABLE.replace("proof-days,30,", "proof-days,45,"));
    }

    @Test
    void aNumberThatIsEqualStaysAsItIsWritten() {
        ThresholdTable table = new ThresholdTable(TABLE);
        assertThat(table.with("proof-days-long", "90.5")).isSameAs(table);
    }

    @Test
    void whatIsNoNumberOrNotThereChangesNothing() {
        ThresholdTable table = new ThresholdTable(TABLE);
        assertThat(table.with("proof-days", "45,\n")).isSameAs(table);
        assertThat(table.with("proof", "45")).isSameAs(table);
    }

    @Test
    void readsAValueAsItIsWritten() {
        assertThat(new ThresholdTable(TABLE).value("proof-days-long")).isEqualTo("90.50");
    }
}

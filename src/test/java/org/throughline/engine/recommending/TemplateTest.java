package org.throughline.engine.recommending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void aNumberTakesTheNounThatAgreesWithIt() {
        assertThat(Template.fill("about {days person-day}", Map.of("days", "1")))
                .isEqualTo("about 1 person-day");
        assertThat(Template.fill("about {days person-day}", Map.of("days", "2.5")))
                .isEqualTo("about 2.5 person-days");
        assertThat(Template.fill("{n diagnostic hangs|diagnostics hang} on it", Map.of("n", "1")))
                .isEqualTo("1 diagnostic hangs on it");
        assertThat(Template.fill("{n diagnostic hangs|diagnostics hang} on it", Map.of("n", "12")))
                .isEqualTo("12 diagnostics hang on it");
    }

    @Test
    void whatNothingIsKnownOfStaysAsItIs() {
        assertThat(Template.fill("{n use case} of {name}", Map.of("name", "A $1")))
                .isEqualTo("{n use case} of A $1");
        assertThat(Template.places("{n use case} of {name}")).containsExactly("n", "name");
    }
}

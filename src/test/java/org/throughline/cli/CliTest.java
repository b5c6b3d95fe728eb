package org.throughline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CliTest {

    private final AtomicReference<List<String>> served = new AtomicReference<>();

    private final Server server = properties -> {
        served.set(properties);
        return 0;
    };

    @Test
    void servesWithoutACommand() {
        assertThat(Cli.run(server)).isZero();
        assertThat(served.get()).isEmpty();
    }

    @Test
    void servesAsTold() {
        assertThat(Cli.run(server, "serve", "--port", "9000", "--data", "d", "--rules", "r"))
                .isZero();
        assertThat(served.get()).containsExactly("--server.port=9000", "--throughline.data=d", "--throughline.rules=r");
    }

    @Test
    void passesOnThatTheServerCouldNotStart() {
        assertThat(Cli.run(properties -> 1, "serve")).isEqualTo(1);
    }

    @Test
    void refusesAPortThatNoMachineHas() {
        assertThat(Cli.run(server, "serve", "--port", "65536")).isEqualTo(2);
        assertThat(served.get()).isNull();
    }

    @Test
    void refusesAnUnknownCommand() {
        assertThat(Cli.run(server, "advice")).isEqualTo(2);
        assertThat(served.get()).isNull();
    }

    @Test
    void helpsWithEveryCommand() {
        assertThat(Cli.run(server, "--help")).isZero();
        assertThat(Cli.run(server, "serve", "--help")).isZero();
        assertThat(served.get()).isNull();
    }
}

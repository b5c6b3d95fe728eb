package org.throughline.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private long seconds = 1;

    private final Throttle throttle = new Throttle(3, 5, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.SECONDS.toNanos(seconds);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    });

    private boolean may(String account, String address) {
        return throttle.attempt(account, address).isEmpty();
    }

    @Test
    void anAccountWaitsAfterItsAttempts() {
        assertThat(may("ada", "10.0.0.1")).isTrue();
        assertThat(may("ada", "10.0.0.2")).isTrue();
        assertThat(may("ada", "10.0.0.3")).isTrue();

        assertThat(throttle.attempt("ada", "10.0.0.4").orElseThrow().sentence())
                .isEqualTo("Found more than 3 wrong log-ins in 15 minutes to this account, expected at most what"
                        + " throughline.login.attempts says. Wait 301 s, then try again.");
        assertThat(may("grace", "10.0.0.4")).as("another account").isTrue();
        seconds += 301;
        assertThat(may("ada", "10.0.0.4")).isTrue();
        assertThat(may("ada", "10.0.0.4")).isFalse();
    }

    @Test
    void anAddressWaitsWhicheverAccountsItTries() {
        for (int account = 0; account < 5; account++) {
            assertThat(may("name" + account, "10.0.0.1")).isTrue();
        }

        assertThat(throttle.attempt("another", "10.0.0.1").orElseThrow().sentence())
                .startsWith("Found more than 5 wrong log-ins in 15 minutes from 10.0.0.1, expected at most what"
                        + " throughline.login.attempts-per-address says.");
        assertThat(may("another", "10.0.0.2")).isTrue();
    }

    @Test
    void whoGetsInStartsAnew() {
        for (int day = 0; day < 20; day++) {
            assertThat(may("ada", "10.0.0.1")).isTrue();
            throttle.succeeded("ada", "10.0.0.1");
        }
    }
}

package org.throughline.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableTest {

    private static final Reachable NOTHING_ALLOWED = new Reachable(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.254",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "100::1",
                "localhost"
            })
    void callsNothingOfThisNetwork(String host) {
        assertThatThrownBy(() -> NOTHING_ALLOWED.resolve(host))
                .isInstanceOf(Reachable.Refused.class)
                .hasMessageStartingWith(host + " is at ")
                .hasMessageEndingWith(", which is not an address of the public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "::ffff:8.8.8.8"})
    void callsThePublicInternet(String host) throws UnknownHostException {
        assertThat(NOTHING_ALLOWED.resolve(host)).containsExactly(InetAddress.getByName(host));
    }

    @Test
    void callsWhatIsAllowedAndNothingBesideIt() throws UnknownHostException {
        Reachable allowed = new Reachable(List.of("10.1.0.0/16", "::1"));

        assertThat(allowed.resolve("10.1.255.255")).hasSize(1);
        assertThat(allowed.resolve("::1")).hasSize(1);
        assertThatThrownBy(() -> allowed.resolve("10.2.0.0")).isInstanceOf(Reachable.Refused.class);
        assertThatThrownBy(() -> allowed.resolve("127.0.0.1")).isInstanceOf(Reachable.Refused.class);
    }
}

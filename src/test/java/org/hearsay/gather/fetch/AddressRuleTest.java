package org.hearsay.gather.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static InetSocketAddress socket(String address) throws Exception {
        return new InetSocketAddress(InetAddress.getByName(address), 80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.50.0.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001:0:1::1"
            })
    void addressesThatAreNotPublicAreClosed(String address) throws Exception {
        assertThat(new AddressRule(List.of(), Set.of()).permits(socket(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "2606:4700::1111",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void publicAddressesAreOpen(String address) throws Exception {
        assertThat(new AddressRule(List.of(), Set.of()).permits(socket(address)))
                .isTrue();
    }

    @Test
    void aBlockOrASocketMayBeNamed() throws Exception {
        AddressRule rule =
                new AddressRule(List.of("10.1.0.0/17", "fd00::/8", "127.0.0.9"), Set.of(socket("127.0.0.1")));
        assertThat(rule.permits(socket("10.1.127.255"))).isTrue();
        assertThat(rule.permits(socket("10.1.128.0"))).isFalse();
        assertThat(rule.permits(socket("fd12::1"))).isTrue();
        assertThat(rule.permits(socket("127.0.0.9"))).isTrue();
        assertThat(rule.permits(socket("127.0.0.1"))).isTrue();
        assertThat(rule.permits(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 81)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/33", "10.0.0/8", "::1/129", "10.0.0.0/-1", "10.0.0.0/x", "1.2.3.400"})
    void whatIsNoBlockIsRefusedWithWords(String text) {
        assertThatThrownBy(() -> new AddressRule(List.of(text), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write one like 10.0.0.0/8");
    }
}

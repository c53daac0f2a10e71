package io.tollgate.users.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "203.0.113.0/24", "10.1.2.3/32", "::/0", "2001:db8::/32", "2001:DB8::1/128"})
    void a_network_is_an_address_with_a_prefix(String text) {
        assertThat(Cidr.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "203.0.113.0",
                "203.0.113.7/24",
                "203.0.113.0/33",
                "203.0.113.0/024",
                "203.0.113/24",
                "256.0.0.0/8",
                "010.0.0.0/8",
                "2001:db8::/129",
                "2001:db8::1/64",
                "2001:db8:::/32",
                "::ffff:10.0.0.0/104",
                "example.com/8",
                "fe80::%eth0/64",
                "12345678901234567890.1.1.1/8"
            })
    void anything_else_is_none(String text) {
        assertThat(Cidr.isOne(text)).isFalse();
    }
}

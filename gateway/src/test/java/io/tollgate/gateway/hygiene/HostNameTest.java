package io.tollgate.gateway.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"x", "api.tollgate.io", "api.tollgate.io:8080", "127.0.0.1:1", "[::1]", "[::1]:65535", "a_b-c"})
    void a_name_or_an_address_with_or_without_a_port_is_valid(String host) {
        assertThat(HostName.isValid(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a:b", "a:", "a:65536", "a/b", "a@b", "a,b", "-a", "[::1", "[]", "a\u00e4", "a?b"
            })
    void anything_else_is_not(String host) {
        assertThat(HostName.isValid(host)).isFalse();
    }
}

package io.tollgate.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private static final IpAddress PROXY = ip("10.0.0.1");
    private static final IpAddress STRANGER = ip("203.0.113.50");

    private final TrustedProxies proxies =
            TrustedProxies.of(List.of("10.0.0.0/8", "2001:db8:ffff::/48")).orElseThrow();

    @Test
    void a_stranger_is_the_client_whatever_it_says() {
        assertThat(proxies.client(STRANGER, Optional.of("for=198.51.100.7"), Optional.of("198.51.100.7")))
                .isEqualTo(ClientAddress.known(STRANGER));
        assertThat(proxies.client(STRANGER, Optional.of("for=\"broken"), Optional.of("%%%")))
                .isEqualTo(ClientAddress.known(STRANGER));
    }

    @Test
    void a_proxy_that_says_nothing_is_the_client_itself() {
        assertThat(proxies.client(PROXY, Optional.empty(), Optional.empty())).isEqualTo(ClientAddress.known(PROXY));
        assertThat(byForwardedFor("")).isEqualTo(ClientAddress.known(PROXY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                                  | 203.0.113.9",
                "198.51.100.7, 203.0.113.9                    | 203.0.113.9",
                "10.1.1.1, 203.0.113.9, 10.0.0.2, 10.0.0.3    | 203.0.113.9",
                "10.1.1.1, 10.0.0.2                           | 10.1.1.1",
                "nonsense;, 203.0.113.9                       | 203.0.113.9",
                "unknown, 203.0.113.9, 10.0.0.2               | 203.0.113.9",
                "203.0.113.9:4711                             | 203.0.113.9",
                "::ffff:203.0.113.9                           | 203.0.113.9",
                "2001:db8::9                                  | 2001:db8::9",
                "[2001:db8::9]                                | 2001:db8::9",
                "[2001:db8::9]:4711, [2001:db8:ffff::1]:80    | 2001:db8::9",
                "203.0.113.9,, ,                              | 203.0.113.9"
            })
    void the_client_is_the_nearest_that_is_no_trusted_proxy(String forwardedFor, String client) {
        assertThat(byForwardedFor(forwardedFor)).isEqualTo(ClientAddress.known(ip(client)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "for=203.0.113.9                                                | 203.0.113.9",
                "For=203.0.113.9;proto=https;by=10.0.0.1;host=api.example       | 203.0.113.9",
                "for=198.51.100.7, for=203.0.113.9;proto=http, for=10.0.0.2     | 203.0.113.9",
                "for=\"203.0.113.9:4711\"                                       | 203.0.113.9",
                "for=\"[2001:db8::9]:4711\" ; proto=https                       | 2001:db8::9",
                "for=\"[2001:db8::9]:_obscured\"                                | 2001:db8::9",
                "for=_mallory, for=203.0.113.9                                  | 203.0.113.9",
                "for=\"a, for=b; \\\" c\", for=203.0.113.9                      | 203.0.113.9",
                "for=nonsense, for=203.0.113.9                                  | 203.0.113.9"
            })
    void forwarded_is_read_as_its_rfc_writes_it(String forwarded, String client) {
        assertThat(byForwarded(forwarded)).isEqualTo(ClientAddress.known(ip(client)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=unknown",
                "for=UNKNOWN",
                "for=_hidden",
                "for=\"_gazonk:_p\"",
                "proto=https",
                "for=203.0.113.9, for=_x, for=10.0.0.9"
            })
    void a_proxy_may_hide_its_client_and_then_stands_for_it(String forwarded) {
        assertThat(byForwarded(forwarded).hidden()).isTrue();
        assertThat(proxies.trust(byForwarded(forwarded).ip())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=\"203.0.113.9",
                "for=203.0.113.9;",
                "for=203.0.113.9;for=203.0.113.8",
                "for",
                "for=",
                "for =203.0.113.9",
                "for=203.0.113.9:80",
                "for=x;y=\", for=\"[2001:db8::9]\"",
                "for=x;y=\", for=203.0.113.9",
                "203.0.113.9",
                ", for=203.0.113.9",
                "for=[2001:db8::9]",
                "for=\"[2001:db8::9\"",
                "for=203.0.113.256",
                "for=localhost",
                "for=\"203.0.113.9:port\"",
                "for=\"203.0.113.9:123456\"",
                "for=203.0.113.9 for=203.0.113.8",
                ";",
                "for=\u00e9"
            })
    void what_a_proxy_says_that_cannot_be_read_is_refused(String forwarded) {
        assertThatThrownBy(() -> byForwarded(forwarded)).isInstanceOf(AddressRefused.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "203.0.113.9 203.0.113.8",
                "203.0.113.9:",
                "[::1",
                "::1]",
                "1.2.3.4:80:80:x",
                "fe80::1%eth0"
            })
    void a_name_or_nonsense_from_a_proxy_is_refused(String forwardedFor) {
        assertThatThrownBy(() -> byForwardedFor(forwardedFor)).isInstanceOf(AddressRefused.Unreadable.class);
    }

    @Test
    void a_header_as_long_as_may_be_is_read_without_harm() {
        assertThat(byForwarded("for=\"" + "\\a".repeat(8_000) + "\", for=203.0.113.9"))
                .isEqualTo(ClientAddress.known(ip("203.0.113.9")));
        assertThatThrownBy(() -> byForwarded("for=\"" + "\\\"".repeat(8_000)))
                .isInstanceOf(AddressRefused.Unreadable.class);
    }

    @Test
    void both_headers_may_be_there_when_they_agree_and_nobody_guesses_when_not() {
        assertThat(proxies.client(
                        PROXY, Optional.of("for=\"203.0.113.9:1\""), Optional.of("198.51.100.7, 203.0.113.9")))
                .isEqualTo(ClientAddress.known(ip("203.0.113.9")));
        assertThatThrownBy(() -> proxies.client(PROXY, Optional.of("for=198.51.100.7"), Optional.of("203.0.113.9")))
                .isInstanceOf(AddressRefused.Contradicting.class);
        assertThatThrownBy(() -> proxies.client(PROXY, Optional.of("for=_x"), Optional.of("203.0.113.9")))
                .isInstanceOf(AddressRefused.Contradicting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "203.0.113.9/0", "localhost", "10.0.0.0/40"})
    void nobody_trusts_the_whole_world_or_a_name(String network) {
        assertThat(TrustedProxies.of(List.of("10.0.0.0/8", network))).isEmpty();
    }

    private ClientAddress byForwarded(String header) {
        return proxies.client(PROXY, Optional.of(header), Optional.empty());
    }

    private ClientAddress byForwardedFor(String header) {
        return proxies.client(PROXY, Optional.empty(), Optional.of(header));
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}

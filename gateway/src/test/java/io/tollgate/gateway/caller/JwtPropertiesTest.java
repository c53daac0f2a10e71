package io.tollgate.gateway.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.values.InvalidVariable;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtPropertiesTest {
    private static final String ISSUER = "https://login.example";

    @Test
    void without_an_issuer_nobody_is_believed() {
        assertThat(properties("", "", "", "RS256").isEnabled()).isFalse();
        assertThat(properties(ISSUER, "", "api", "RS256").isEnabled()).isTrue();
        assertThat(properties("http://127.0.0.1:9000", "", "api", "RS256").isEnabled())
                .isTrue();
    }

    @Test
    void half_a_setting_stops_the_start_with_a_sentence() {
        assertRefused(() -> properties("", "", "api", "RS256"), "TOLLGATE_JWT_ISSUER is not set.");
        assertRefused(() -> properties(ISSUER, "", "", "RS256"), "TOLLGATE_JWT_AUDIENCE is not set.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.example", "login.example", "https://", "file:///etc/passwd", "not an address"})
    void keys_do_not_come_over_an_open_line(String address) {
        assertRefused(() -> properties(address, "", "api", "RS256"), "TOLLGATE_JWT_ISSUER is not an https address.");
        assertRefused(
                () -> properties(ISSUER, address, "api", "RS256"), "TOLLGATE_JWT_JWKS_URL is not an https address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "rs256", ""})
    void only_signatures_of_a_private_key_can_be_allowed(String algorithm) {
        assertRefused(
                () -> properties(ISSUER, "", "api", algorithm),
                "TOLLGATE_JWT_ALGORITHMS may have RS, PS and ES with 256, 384 or 512, and nothing else.");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making, String sentence) {
        assertThatThrownBy(making).isInstanceOf(InvalidVariable.class).hasMessage(sentence);
    }

    private static JwtProperties properties(String issuer, String jwks, String audience, String algorithm) {
        Duration any = Duration.ofMinutes(5);
        return new JwtProperties(issuer, jwks, audience, "sub", Set.of(algorithm), any, any, any);
    }
}

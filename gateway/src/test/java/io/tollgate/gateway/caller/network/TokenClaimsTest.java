package io.tollgate.gateway.caller.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.gateway.caller.CallerRefused.InvalidToken;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.gateway.caller.Vouched;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {
    private static final String ISSUER = "https://issuer.example";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final long SOON = NOW.getEpochSecond() + 300;

    @Test
    void a_user_is_named_until_the_token_ends() {
        assertThat(read("sub", "\"sub\":\"usr_1\",\"exp\":" + SOON).expiresAt()).isEqualTo(Instant.ofEpochSecond(SOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854776", "9223372036854775807", "1e300", "253402300800"})
    void what_begins_beyond_all_time_has_not_begun_long_ago(String far) {
        refused("sub", "\"sub\":\"usr_1\",\"nbf\":" + far + ",\"exp\":" + SOON);
        refused("sub", "\"sub\":\"usr_1\",\"iat\":" + far + ",\"exp\":" + SOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-18446742173709551", "-1e300"})
    void what_ended_before_all_time_does_not_end_some_day(String far) {
        refused("sub", "\"sub\":\"usr_1\",\"exp\":" + far);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr_1\\u0000", "\\nusr_1", "usr_\\u0085", "usr_\\ud800", "4111111111111111"})
    void a_name_that_nobody_can_have_is_refused_before_anybody_is_asked(String name) {
        refused("sub", "\"sub\":\"" + name + "\",\"exp\":" + SOON);
        refused("email", "\"sub\":\"1\",\"email_verified\":true,\"email\":\"" + name + "\",\"exp\":" + SOON);
    }

    @Test
    void an_address_longer_than_any_is_refused_before_anybody_is_asked() {
        String email = "a".repeat(1_500) + "@customers.example";
        refused("email", "\"sub\":\"1\",\"email_verified\":true,\"email\":\"" + email + "\",\"exp\":" + SOON);
    }

    private static void refused(String userClaim, String claims) {
        assertThatThrownBy(() -> read(userClaim, claims)).isInstanceOf(InvalidToken.class);
    }

    private static Vouched read(String userClaim, String claims) {
        JwtProperties properties = new JwtProperties(
                ISSUER, "", "tollgate", userClaim, Set.of("ES256"), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        return new TokenClaims(properties, Clock.fixed(NOW, ZoneOffset.UTC)).read(token(claims));
    }

    /** Its signature is not looked at here. */
    private static SignedJWT token(String claims) {
        String all = "{\"iss\":\"" + ISSUER + "\",\"aud\":\"tollgate\"," + claims + "}";
        try {
            return new SignedJWT(
                    Base64URL.encode("{\"alg\":\"ES256\"}"), Base64URL.encode(all), Base64URL.encode("signature"));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.tollgate.testing.MutableClock;
import io.tollgate.values.InvalidVariable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerKeyRingTest {
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final ECKey MAY = key("may");
    private static final ECKey JUNE = key("june");

    private final MutableClock clock = MutableClock.atNoon();
    private final CallerKeyRing ring = new CallerKeyRing("KEYS", jwks(MAY), AHEAD, clock);

    @Test
    void the_first_key_signs_at_once_after_a_start() {
        assertThat(new CallerKeyRing("KEYS", jwks(JUNE, MAY), AHEAD, clock).signing())
                .isEqualTo(JUNE);
    }

    @Test
    void a_new_first_key_is_published_before_it_signs() {
        ring.replace(jwks(JUNE, MAY));

        assertThat(published()).containsExactlyInAnyOrder("may", "june");
        assertThat(ring.signing()).isEqualTo(MAY);
        clock.advance(AHEAD);
        assertThat(ring.signing()).isEqualTo(JUNE);
    }

    @Test
    void a_key_that_was_replaced_in_one_step_signs_until_the_next_may_and_is_published_until_its_last_token_ended() {
        ring.replace(jwks(JUNE));

        assertThat(ring.signing()).isEqualTo(MAY);
        clock.advance(AHEAD);
        assertThat(ring.signing()).isEqualTo(JUNE);
        clock.advance(CallerTokenSigner.LIFETIME.minusSeconds(1));
        assertThat(published()).contains("may");
        clock.advance(Duration.ofSeconds(1));
        assertThat(published()).containsExactly("june");
    }

    @Test
    void reading_the_same_again_does_not_make_a_key_young_again() {
        ring.replace(jwks(JUNE, MAY));
        clock.advance(AHEAD.minusSeconds(1));
        ring.replace(jwks(JUNE));
        clock.advance(Duration.ofSeconds(1));

        assertThat(ring.signing()).isEqualTo(JUNE);
    }

    @Test
    void nothing_private_is_published() {
        assertThat(ring.published().getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void what_cannot_be_used_leaves_the_keys_as_they_are() {
        assertRefused("{", "KEYS is not a JWKS in JSON.");
        assertRefused(
                new JWKSet(JUNE.toPublicJWK()).toString(), "KEYS holds a public key where the private one is needed.");
        assertRefused(jwks(JUNE, key("june")), "KEYS holds two keys with the same kid.");

        assertThat(ring.signing()).isEqualTo(MAY);
        assertThat(published()).containsExactly("may");
    }

    private void assertRefused(String jwks, String sentence) {
        assertThatThrownBy(() -> ring.replace(jwks))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(sentence);
    }

    private List<String> published() {
        return ring.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String jwks(ECKey... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }
}

package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.tollgate.values.InvalidVariable;
import io.tollgate.values.TimeOrderedIds;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTokenTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Caller ANN =
            new Caller("cli_books", Optional.of("usr_ann"), Set.of("orders:read", "orders:write"), Set.of("customer"));
    private static final Caller BOOKS = new Caller("cli_books", Optional.empty(), Set.of(), Set.of());
    private final ECKey key = key("2026-05");

    @Test
    void the_service_hears_what_the_gateway_signed() {
        assertThat(verifier(NOON, key).verify(signed(ANN))).contains(ANN);
        assertThat(verifier(NOON, key).verify(signed(BOOKS))).contains(BOOKS);
    }

    @Test
    void a_token_ends_after_five_minutes_also_where_it_was_verified_before() {
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenReturn(NOON, NOON.plusSeconds(300).minusMillis(1), NOON.plusSeconds(300));
        var verifier = new CallerTokenVerifier(jwks(key), "orders", clock);
        String token = signed(ANN);

        assertThat(verifier.verify(token)).isPresent();
        assertThat(verifier.verify(token)).isPresent();
        assertThat(verifier.verify(token)).isEmpty();
    }

    @Test
    void a_token_from_the_future_or_signed_by_another_key_is_not_believed() {
        assertThat(verifier(NOON.minusSeconds(31), key).verify(signed(ANN))).isEmpty();
        assertThat(verifier(NOON, key("2026-05")).verify(signed(ANN))).isEmpty();
        assertThat(verifier(NOON, key("other")).verify(signed(ANN))).isEmpty();
    }

    @Test
    void during_a_rotation_old_and_new_keys_are_believed() {
        ECKey next = key("2026-06");

        assertThat(verifier(NOON, next, key).verify(signed(ANN))).contains(ANN);
    }

    @Test
    void a_tampered_token_is_not_believed() {
        String token = signed(ANN);
        String[] parts = token.split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"2026-05\"}".getBytes());

        assertThat(verifier(NOON, key).verify(none + "." + parts[1] + ".")).isEmpty();
        assertThat(verifier(NOON, key).verify(parts[0] + "." + parts[1] + "x." + parts[2]))
                .isEmpty();
        assertThat(verifier(NOON, key).verify("")).isEmpty();
    }

    @Test
    void wrong_keys_stop_the_start_and_name_the_variable() throws Exception {
        String rsa = new JWKSet(new RSAKeyGenerator(2048).keyID("rsa").generate()).toString();

        assertRefused("", "TOLLGATE_CALLER_JWKS is not set.");
        assertRefused("{", "TOLLGATE_CALLER_JWKS is not a JWKS in JSON.");
        assertRefused("{\"keys\":[]}", "TOLLGATE_CALLER_JWKS holds no key.");
        assertRefused(rsa, "TOLLGATE_CALLER_JWKS holds a key that is not EC P-256 with a kid.");
        assertRefused(
                new JWKSet(key).toString(false),
                "TOLLGATE_CALLER_JWKS holds a private key, which only the gateway may know.");
        assertThatThrownBy(() -> new CallerTokenSigner(jwks(key), at(NOON), new TimeOrderedIds(at(NOON))))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_CALLER_SIGNING_KEYS holds a public key where the private one is needed.");
    }

    private static void assertRefused(String jwks, String sentence) {
        assertThatThrownBy(() -> new CallerTokenVerifier(jwks, "orders", at(NOON)))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(sentence);
    }

    private String signed(Caller caller) {
        return new CallerTokenSigner(new JWKSet(key).toString(false), at(NOON), new TimeOrderedIds(at(NOON)))
                .sign("orders", caller, "free");
    }

    private static CallerTokenVerifier verifier(Instant now, ECKey... keys) {
        return new CallerTokenVerifier(jwks(keys), "orders", at(now));
    }

    private static String jwks(ECKey... keys) {
        return new JWKSet(List.of(keys)).toString();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static ECKey key(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
    }
}

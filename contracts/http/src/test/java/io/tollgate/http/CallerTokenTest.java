package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.testing.MutableClock;
import io.tollgate.values.InvalidVariable;
import io.tollgate.values.TimeOrderedIds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CallerTokenTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Caller ANN =
            new Caller("cli_books", Optional.of("usr_ann"), Set.of("orders:read", "orders:write"), Set.of("customer"));
    private static final Caller BOOKS = new Caller("cli_books", Optional.empty(), Set.of(), Set.of());
    private final ECKey key = key("2026-05");

    @Test
    void the_service_hears_what_the_gateway_signed() {
        assertThat(verifier(NOON, key).verify(signed(ANN)).blockOptional()).contains(ANN);
        assertThat(verifier(NOON, key).verify(signed(BOOKS)).blockOptional()).contains(BOOKS);
    }

    @Test
    void a_token_ends_after_five_minutes_also_where_it_was_verified_before() {
        Clock clock = mock(Clock.class);
        when(clock.instant()).thenReturn(NOON, NOON.plusSeconds(300).minusMillis(1), NOON.plusSeconds(300));
        var verifier = CallerTokenVerifier.of(jwks(key), "orders", clock);
        String token = signed(ANN);

        assertThat(verifier.verify(token).blockOptional()).isPresent();
        assertThat(verifier.verify(token).blockOptional()).isPresent();
        assertThat(verifier.verify(token).blockOptional()).isEmpty();
    }

    @Test
    void a_token_from_the_future_or_signed_by_another_key_is_not_believed() {
        assertThat(verifier(NOON.minusSeconds(31), key).verify(signed(ANN)).blockOptional())
                .isEmpty();
        assertThat(verifier(NOON, key("2026-05")).verify(signed(ANN)).blockOptional())
                .isEmpty();
        assertThat(verifier(NOON, key("other")).verify(signed(ANN)).blockOptional())
                .isEmpty();
    }

    @Test
    void during_a_rotation_old_and_new_keys_are_believed() {
        ECKey next = key("2026-06");

        assertThat(verifier(NOON, next, key).verify(signed(ANN)).blockOptional())
                .contains(ANN);
    }

    @Test
    void a_tampered_token_is_not_believed() {
        String token = signed(ANN);
        String[] parts = token.split("\\.");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"2026-05\"}".getBytes());

        assertThat(verifier(NOON, key).verify(none + "." + parts[1] + ".").blockOptional())
                .isEmpty();
        assertThat(verifier(NOON, key)
                        .verify(parts[0] + "." + parts[1] + "x." + parts[2])
                        .blockOptional())
                .isEmpty();
        assertThat(verifier(NOON, key).verify("").blockOptional()).isEmpty();
    }

    @Test
    void a_token_of_another_kind_without_a_key_or_with_something_critical_is_not_believed() throws JOSEException {
        JWSHeader.Builder plain = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT);

        assertThat(heard(plain.keyID("2026-05").build())).isPresent();
        assertThat(heard(plain.type(new JOSEObjectType("logout+jwt")).build())).isEmpty();
        assertThat(heard(plain.type(null).build())).isEmpty();
        assertThat(heard(plain.type(JOSEObjectType.JWT).keyID(null).build())).isEmpty();
        assertThat(heard(plain.keyID("2026-05").criticalParams(Set.of("exp")).build()))
                .isEmpty();
    }

    @Test
    void a_token_of_another_issuer_or_of_a_longer_life_is_not_believed() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID("2026-05")
                .build();

        assertThat(heard(header, claims().issuer("somebody"))).isEmpty();
        assertThat(heard(header, claims().audience(List.of("orders", "payments"))))
                .isEmpty();
        assertThat(heard(header, claims().subject(null))).isEmpty();
        assertThat(heard(header, claims().expirationTime(Date.from(NOON.plusSeconds(301)))))
                .isEmpty();
    }

    @Test
    void keys_that_the_gateway_publishes_are_believed_as_they_come_and_go() {
        MutableClock clock = MutableClock.atNoon();
        AtomicReference<JWKSet> published = new AtomicReference<>(new JWKSet(key));
        RemoteKeys.Times times = new RemoteKeys.Times(
                Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofHours(24), Duration.ofSeconds(2));
        var verifier = CallerTokenVerifier.of(
                new RemoteKeys(Mono.fromSupplier(published::get), times, clock), "orders", clock);
        ECKey next = key("2026-06");

        verifier.verify(signed(ANN)).as(StepVerifier::create).expectNext(ANN).verifyComplete();
        published.set(new JWKSet(next));
        clock.advance(Duration.ofSeconds(30));
        verifier.verify(signedWith(next, ANN))
                .as(StepVerifier::create)
                .expectNext(ANN)
                .verifyComplete();
        verifier.verify(signed(BOOKS)).as(StepVerifier::create).verifyComplete();
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
        assertThatThrownBy(() -> ring(jwks(key)))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage("TOLLGATE_CALLER_SIGNING_KEYS holds a public key where the private one is needed.");
    }

    private static void assertRefused(String jwks, String sentence) {
        assertThatThrownBy(() -> CallerTokenVerifier.of(jwks, "orders", at(NOON)))
                .isInstanceOf(InvalidVariable.class)
                .hasMessage(sentence);
    }

    private Optional<Caller> heard(JWSHeader header) throws JOSEException {
        return heard(header, claims());
    }

    private Optional<Caller> heard(JWSHeader header, JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new ECDSASigner(key));
        return verifier(NOON, key).verify(token.serialize()).blockOptional();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("tollgate-gateway")
                .audience("orders")
                .subject("cli_books")
                .claim("client_id", "cli_books")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plusSeconds(300)));
    }

    private String signed(Caller caller) {
        return signedWith(key, caller);
    }

    private static String signedWith(ECKey key, Caller caller) {
        return new CallerTokenSigner(ring(new JWKSet(key).toString(false)), at(NOON), new TimeOrderedIds(at(NOON)))
                .sign("orders", caller, "free");
    }

    private static CallerKeyRing ring(String jwks) {
        return new CallerKeyRing("TOLLGATE_CALLER_SIGNING_KEYS", jwks, Duration.ofMinutes(1), at(NOON));
    }

    private static CallerTokenVerifier verifier(Instant now, ECKey... keys) {
        return CallerTokenVerifier.of(jwks(keys), "orders", at(now));
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

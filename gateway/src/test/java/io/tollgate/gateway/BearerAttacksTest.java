package io.tollgate.gateway;

import static io.tollgate.gateway.FakeIssuer.at;
import static io.tollgate.gateway.FakeIssuer.header;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BearerAttacksTest extends BearerGateway {
    private static final RSAKey THEIRS = FakeIssuer.rsa("rsa-1");

    static Stream<Arguments> forged() throws JOSEException {
        return Stream.of(
                token("no token", "abc"),
                token("alg none", unsigned("{\"alg\":\"none\",\"kid\":\"rsa-1\"}")),
                token("alg None", unsigned("{\"alg\":\"None\",\"kid\":\"rsa-1\"}")),
                token("HMAC with the public key's PEM", hmac(pem())),
                token(
                        "HMAC with the public key's bytes",
                        hmac(ISSUER.rsa.toPublicKey().getEncoded())),
                token(
                        "HMAC with the published JWK",
                        hmac(ISSUER.rsa.toPublicJWK().toJSONString().getBytes())),
                token("RS384, not allowed", with(header(JWSAlgorithm.RS384, ISSUER.rsa))),
                token("another key by the same name", FakeIssuer.signed(rs256().build(), good(), THEIRS)),
                token(
                        "a key of its own in the header",
                        FakeIssuer.signed(rs256().jwk(THEIRS.toPublicJWK()).build(), good(), THEIRS)),
                token("a place for keys in the header", with(rs256().jwkURL(URI.create(ISSUER.http.url() + "/evil")))),
                token("a place for certificates", with(rs256().x509CertURL(URI.create(ISSUER.http.url() + "/evil")))),
                token(
                        "something critical",
                        with(rs256().criticalParams(Set.of("exp")).customParam("exp", 1))),
                token("kid is a path", with(rs256().keyID("../../../../dev/null"))),
                token("kid is SQL", with(rs256().keyID("' UNION SELECT 'rsa-1"))),
                token("kid is huge", with(rs256().keyID("k".repeat(4_000)))),
                token("no kid", FakeIssuer.signed(new JWSHeader(JWSAlgorithm.RS256), good(), ISSUER.rsa)),
                token("an EC key's name with an RSA signature", with(rs256().keyID("ec-1"))),
                token("a logout token", with(rs256().type(new JOSEObjectType("logout+jwt")))),
                token("tampered claims", tampered()),
                token("oversized", ISSUER.signed(good().claim("padding", "x".repeat(9_000)))));
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                token("another issuer", ISSUER.signed(good().issuer("https://evil.example"))),
                token("the issuer with a slash", ISSUER.signed(good().issuer(ISSUER.http.url() + "/"))),
                token("another audience", ISSUER.signed(good().audience("https://other.example"))),
                token("no audience", ISSUER.signed(good().audience((String) null))),
                token("no sub", ISSUER.signed(good().subject(null))),
                token("no exp", ISSUER.signed(good().expirationTime(null))),
                token("expired", ISSUER.signed(good().expirationTime(at(-62)))),
                token("not begun", ISSUER.signed(good().notBeforeTime(at(70)))),
                token("issued in the future", ISSUER.signed(good().issueTime(at(70)))),
                token("exp is no number", ISSUER.signed(good().claim("exp", "tomorrow"))));
    }

    @ParameterizedTest
    @MethodSource({"forged", "misplaced"})
    void it_is_refused_and_nobody_is_asked_who_it_is(String token) {
        refused(ask(token));

        assertThat(USERS.usersResolved()).isZero();
        assertThat(ORDERS.arrived()).isEmpty();
        assertThat(ISSUER.http.arrived()).noneMatch(request -> request.uri().contains("evil"));
    }

    private static Arguments token(String what, String token) {
        return Arguments.of(Named.of(what, token));
    }

    private static JWTClaimsSet.Builder good() {
        return ISSUER.claims("usr_ada");
    }

    private static JWSHeader.Builder rs256() {
        return header(JWSAlgorithm.RS256, ISSUER.rsa);
    }

    private static String with(JWSHeader.Builder header) {
        return FakeIssuer.signed(header.build(), good(), ISSUER.rsa);
    }

    private static String hmac(byte[] secret) throws JOSEException {
        return FakeIssuer.signed(header(JWSAlgorithm.HS256, ISSUER.rsa).build(), good(), new MACSigner(secret));
    }

    private static byte[] pem() throws JOSEException {
        return ("-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(ISSUER.rsa.toPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String unsigned(String header) {
        return base64(header) + "." + base64(good().build().toString()) + ".";
    }

    private static String tampered() {
        String[] parts = ISSUER.signed(good()).split("\\.");
        return parts[0] + "." + base64(ISSUER.claims("usr_admin").build().toString()) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

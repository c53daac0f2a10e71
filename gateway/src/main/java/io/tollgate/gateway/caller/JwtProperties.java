package io.tollgate.gateway.caller;

import io.tollgate.values.InvalidVariable;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed; without an issuer, nobody's.
 *
 * @param issuer what a token's {@code iss} must be, to the letter
 * @param jwksUrl where the issuer's keys are; empty means that its OpenID configuration says so
 * @param audience what a token's {@code aud} must have
 * @param userClaim what names the user: a claim with users-service's id, or {@code email}
 * @param algorithms the signatures that are accepted
 * @param keysRefresh after which the issuer's keys are read again when they are used
 * @param keysPause between two readings, whatever names of keys come along
 * @param keysKeep how long the keys are believed while the issuer is away
 */
@Validated
@ConfigurationProperties("tollgate.gateway.jwt")
public record JwtProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwksUrl,
        @DefaultValue("") String audience,
        @DefaultValue("sub") String userClaim,
        @DefaultValue({"RS256", "PS256", "ES256"}) Set<String> algorithms,
        @NotNull @DefaultValue("5m") Duration keysRefresh,
        @NotNull @DefaultValue("10s") Duration keysPause,
        @NotNull @DefaultValue("24h") Duration keysKeep) {
    private static final String VARIABLE = "TOLLGATE_JWT_ISSUER";
    // signed with a key that only the issuer has: a shared secret would let every verifier sign
    private static final Set<String> POSSIBLE =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public JwtProperties {
        algorithms = Set.copyOf(algorithms);
        if (issuer.isEmpty() && !(jwksUrl.isEmpty() && audience.isEmpty())) {
            throw InvalidVariable.missing(VARIABLE);
        }
        if (!issuer.isEmpty()) {
            requireSafe(VARIABLE, issuer);
            requireRest(jwksUrl, audience, userClaim, algorithms);
        }
    }

    public boolean isEnabled() {
        return !issuer.isEmpty();
    }

    /** Keys that came over an open line could be anybody's; to this machine there is no line. */
    public static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            boolean local = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && local);
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static void requireRest(String jwksUrl, String audience, String userClaim, Set<String> algorithms) {
        if (!jwksUrl.isEmpty()) {
            requireSafe("TOLLGATE_JWT_JWKS_URL", jwksUrl);
        }
        if (audience.isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_JWT_AUDIENCE");
        }
        if (userClaim.isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_JWT_USER_CLAIM");
        }
        if (algorithms.isEmpty() || !POSSIBLE.containsAll(algorithms)) {
            throw InvalidVariable.because(
                    "TOLLGATE_JWT_ALGORITHMS", "may have RS, PS and ES with 256, 384 or 512, and nothing else", null);
        }
    }

    private static void requireSafe(String variable, String address) {
        if (!isSafe(address)) {
            throw InvalidVariable.because(variable, "is not an https address", null);
        }
    }
}

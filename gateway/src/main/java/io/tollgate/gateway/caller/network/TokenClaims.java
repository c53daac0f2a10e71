package io.tollgate.gateway.caller.network;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.gateway.caller.CallerRefused.InvalidToken;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.gateway.caller.Vouched;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What a genuine token must say to be believed here and now (RFC 9068, RFC 8725). */
@Component
final class TokenClaims {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final String EMAIL = "email";
    private static final int LONGEST_ID = 100;

    private final JwtProperties properties;
    private final Clock clock;

    TokenClaims(JwtProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Vouched read(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            require(properties.issuer().equals(claims.getIssuer()), "issuer");
            require(claims.getAudience().contains(properties.audience()), "audience");
            require(claims.getSubject() != null && !claims.getSubject().isBlank(), "sub");
            requireNow(claims, clock.instant());
            return vouched(claims);
        } catch (ParseException wrongType) {
            throw new InvalidToken("form");
        }
    }

    private static void requireNow(JWTClaimsSet claims, Instant now) {
        require(claims.getExpirationTime() != null, "exp");
        require(now.isBefore(claims.getExpirationTime().toInstant().plus(SKEW)), "expired");
        require(hasBegun(claims.getNotBeforeTime(), now) && hasBegun(claims.getIssueTime(), now), "not-yet");
    }

    private static boolean hasBegun(Date time, Instant now) {
        return time == null || !now.isBefore(time.toInstant().minus(SKEW));
    }

    private Vouched vouched(JWTClaimsSet claims) throws ParseException {
        String name = claims.getStringClaim(properties.userClaim());
        Instant expires = claims.getExpirationTime().toInstant();
        if (properties.userClaim().equals(EMAIL)) {
            require(name != null && !name.isBlank(), EMAIL);
            require(Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")), "email-unverified");
            return new Vouched(EMAIL, name, expires);
        }
        require(name != null && !name.isBlank() && name.length() <= LONGEST_ID, "user");
        return new Vouched("userId", name, expires);
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new InvalidToken(fault);
        }
    }
}

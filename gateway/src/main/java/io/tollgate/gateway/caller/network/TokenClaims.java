package io.tollgate.gateway.caller.network;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tollgate.gateway.caller.CallerRefused.InvalidToken;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.gateway.caller.Vouched;
import io.tollgate.http.CardNumbers;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a genuine token must say to be believed here and now (RFC 9068, RFC 8725). */
@Component
final class TokenClaims {
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final String EMAIL = "email";
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_EMAIL = 254;
    // the end of the year 9999: what is beyond would turn round into the past, or the future
    private static final double LATEST = 253_402_300_799d;

    private final JwtProperties properties;
    private final Clock clock;

    TokenClaims(JwtProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    Vouched read(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            requireTimes(jwt.getPayload().toJSONObject());
            require(properties.issuer().equals(claims.getIssuer()), "issuer");
            require(claims.getAudience().contains(properties.audience()), "audience");
            require(claims.getSubject() != null && !claims.getSubject().isBlank(), "sub");
            requireNow(claims, clock.instant());
            return vouched(claims);
        } catch (ParseException wrongType) {
            throw new InvalidToken("form");
        }
    }

    private static void requireTimes(Map<String, Object> written) {
        Stream.of("exp", "nbf", "iat")
                .map(written::get)
                .forEach(time -> require(
                        !(time instanceof Number seconds) || Math.abs(seconds.doubleValue()) <= LATEST, "form"));
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
            require(isName(name, LONGEST_EMAIL), EMAIL);
            require(Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")), "email-unverified");
            return new Vouched(EMAIL, name, expires);
        }
        require(isName(name, LONGEST_ID), "user");
        return new Vouched("userId", name, expires);
    }

    /** What users-service would not take for a name is nobody's: it must not look as if it were away. */
    private static boolean isName(String name, int longest) {
        return name != null
                && !name.isBlank()
                && name.length() <= longest
                && !CardNumbers.isIn(name)
                && name.codePoints()
                        .noneMatch(
                                sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE);
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new InvalidToken(fault);
        }
    }
}

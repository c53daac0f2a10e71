package io.tollgate.http;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a genuine token says, and from when to when it may be believed. */
record CallerClaims(Caller caller, Instant issued, Instant expires) {
    // two machines' clocks differ; a token from further ahead is no gateway's
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    static Optional<CallerClaims> of(SignedJWT jwt, String audience) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return isFor(claims, audience) ? Optional.of(read(claims)) : Optional.empty();
        } catch (ParseException wrongType) {
            return Optional.empty();
        }
    }

    Optional<Caller> at(Instant now) {
        boolean believed = now.isBefore(expires) && now.isAfter(issued.minus(CLOCK_DIFFERENCE));
        return believed ? Optional.of(caller) : Optional.empty();
    }

    private static boolean isFor(JWTClaimsSet claims, String audience) throws ParseException {
        return CallerTokenSigner.ISSUER.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(audience))
                && claims.getSubject() != null
                && claims.getStringClaim("client_id") != null
                && isShortLived(claims);
    }

    private static boolean isShortLived(JWTClaimsSet claims) {
        if (claims.getIssueTime() == null || claims.getExpirationTime() == null) {
            return false;
        }
        Instant latest = claims.getIssueTime().toInstant().plus(CallerTokenSigner.LIFETIME);
        return !claims.getExpirationTime().toInstant().isAfter(latest);
    }

    private static CallerClaims read(JWTClaimsSet claims) throws ParseException {
        String client = claims.getStringClaim("client_id");
        Optional<String> user = Optional.of(claims.getSubject()).filter(subject -> !subject.equals(client));
        List<String> roles = claims.getStringListClaim("roles");
        Caller caller = new Caller(
                client, user, scopes(claims.getStringClaim("scope")), roles == null ? Set.of() : Set.copyOf(roles));
        return new CallerClaims(
                caller,
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    private static Set<String> scopes(String claim) {
        return claim == null || claim.isBlank()
                ? Set.of()
                : Arrays.stream(claim.split(" ")).collect(Collectors.toSet());
    }
}

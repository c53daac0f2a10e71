package io.tollgate.gateway.caller.network;

import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.BearerTokens;
import io.tollgate.gateway.caller.CallerRefused.InvalidToken;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.gateway.caller.Vouched;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tokens of the issuer: their form first, then the signature, then what they say; every fault is counted by its name. */
@Component
final class IssuerTokens implements BearerTokens {
    private final JwtProperties properties;
    private final IssuerKeys keys;
    private final TokenClaims claims;
    private final MeterRegistry meters;

    IssuerTokens(JwtProperties properties, IssuerKeys keys, TokenClaims claims, MeterRegistry meters) {
        this.properties = properties;
        this.keys = keys;
        this.claims = claims;
        this.meters = meters;
    }

    @Override
    public boolean areTrusted() {
        return properties.isEnabled();
    }

    @Override
    public Mono<Vouched> verify(String token) {
        return Mono.fromCallable(() -> TokenForm.read(token, properties.algorithms()))
                .flatMap(this::genuine)
                .map(claims::read)
                .doOnError(InvalidToken.class, this::count);
    }

    private Mono<SignedJWT> genuine(SignedJWT jwt) {
        return keys.find(jwt.getHeader().getKeyID())
                .switchIfEmpty(Mono.error(() -> new InvalidToken("unknown-key")))
                .filter(key -> Signatures.isGenuine(jwt, key))
                .map(key -> jwt)
                .switchIfEmpty(Mono.error(() -> new InvalidToken("signature")));
    }

    private void count(InvalidToken refused) {
        meters.counter("tollgate.gateway.bearer.refused", "fault", refused.fault())
                .increment();
    }
}

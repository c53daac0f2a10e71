package io.tollgate.gateway.caller.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.JwtProperties;
import io.tollgate.http.JwksPages;
import io.tollgate.http.KeysAway;
import io.tollgate.http.RemoteKeys;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The issuer's public keys, from where it publishes them; nothing that a token says about keys is followed. */
@Component
final class IssuerKeys {
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final JwtProperties properties;
    private final WebClient http = WebClient.create();
    private final RemoteKeys keys;

    IssuerKeys(JwtProperties properties, Clock clock, MeterRegistry meters) {
        this.properties = properties;
        this.keys = new RemoteKeys(
                Mono.defer(this::published),
                new RemoteKeys.Times(properties.keysRefresh(), properties.keysPause(), properties.keysKeep(), PATIENCE),
                clock);
        if (properties.isEnabled()) {
            meters.gauge("tollgate.gateway.issuer.keys.age", keys, known -> known.age()
                    .toSeconds());
            FunctionCounter.builder("tollgate.gateway.issuer.keys.failures", keys, RemoteKeys::failures)
                    .register(meters);
        }
    }

    Mono<JWK> find(String kid) {
        return keys.find(kid).onErrorMap(KeysAway.class, away -> new CallerRefused.DirectoryAway(SOON));
    }

    private Mono<JWKSet> published() {
        return place().flatMap(place -> JwksPages.at(http, place));
    }

    private Mono<URI> place() {
        if (!properties.jwksUrl().isEmpty()) {
            return Mono.just(URI.create(properties.jwksUrl()));
        }
        String issuer = properties.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return http.get()
                .uri(URI.create(base + CONFIGURATION))
                .retrieve()
                .bodyToMono(Configuration.class)
                .filter(found -> issuer.equals(found.issuer()) && JwtProperties.isSafe(found.jwksUri()))
                .map(found -> URI.create(found.jwksUri()));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Configuration(String issuer, @JsonProperty("jwks_uri") String jwksUri) {}
}

package io.tollgate.http;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Where somebody publishes a JWKS, over HTTP; nothing larger than the client's memory limit, and no redirect, is followed. */
public final class JwksPages {
    private JwksPages() {}

    public static Mono<JWKSet> at(WebClient http, URI place) {
        return http.get().uri(place).retrieve().bodyToMono(String.class).map(JwksPages::parsed);
    }

    private static JWKSet parsed(String text) {
        try {
            return JWKSet.parse(text);
        } catch (ParseException unreadable) {
            throw new KeysAway();
        }
    }
}

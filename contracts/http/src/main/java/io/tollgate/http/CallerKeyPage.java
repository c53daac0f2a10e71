package io.tollgate.http;

import io.tollgate.values.InvalidVariable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClient;

/** The gateway's public keys where it publishes them itself: a rotation reaches the services without a restart. */
final class CallerKeyPage {
    private static final String VARIABLE = "TOLLGATE_CALLER_JWKS_URL";
    // shorter than the gateway publishes a key before it signs with it
    private static final RemoteKeys.Times TIMES = new RemoteKeys.Times(
            Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofHours(24), Duration.ofSeconds(2));

    private CallerKeyPage() {}

    static RemoteKeys of(HttpProperties properties, Clock clock) {
        if (!properties.callerJwks().isEmpty()) {
            throw InvalidVariable.because(VARIABLE, "is set beside TOLLGATE_CALLER_JWKS; one of them decides", null);
        }
        URI place = place(properties.callerJwksUrl());
        return new RemoteKeys(JwksPages.at(WebClient.create(), place), TIMES, clock);
    }

    private static URI place(String address) {
        try {
            URI place = URI.create(address);
            if (place.getHost() != null && place.getScheme().matches("https?")) {
                return place;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw InvalidVariable.because(VARIABLE, "is not an http address", null);
    }
}

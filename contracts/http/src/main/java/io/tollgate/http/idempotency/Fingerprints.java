package io.tollgate.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tollgate.http.Caller;
import io.tollgate.http.HttpJson;
import io.tollgate.values.InvalidVariable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/** Tells requests apart without keeping them: a keyed hash of a body cannot be guessed from the database. */
final class Fingerprints {
    private static final String VARIABLE = "TOLLGATE_IDEMPOTENCY_SECRET";
    private static final int SHORTEST = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;
    private final ObjectWriter json;

    Fingerprints(String secret, HttpJson json) {
        if (secret.isBlank()) {
            throw InvalidVariable.missing(VARIABLE);
        }
        if (secret.length() < SHORTEST) {
            throw InvalidVariable.because(VARIABLE, "is shorter than " + SHORTEST + " characters", null);
        }
        this.keyed = keyed(secret);
        this.json = json.mapper().writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    Sent of(ServerWebExchange exchange, Caller caller, String key, Object body) {
        ServerHttpRequest request = exchange.getRequest();
        String operation =
                request.getMethod() + " " + exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        List<String> id = List.of(caller.clientId(), caller.userId().orElse(""), operation, key);
        List<Object> asked = List.of(
                request.getURI().getRawPath(), String.valueOf(request.getURI().getRawQuery()), body);
        return new Sent(caller.clientId(), caller.userId(), hash(id), hash(asked));
    }

    private String hash(Object value) {
        try {
            // one is in use by one request at a time; looking for its provider anew costs more than a copy
            Mac mac = (Mac) keyed.clone();
            return HexFormat.of().formatHex(mac.doFinal(json.writeValueAsBytes(value)));
        } catch (CloneNotSupportedException | JsonProcessingException impossible) {
            throw new IllegalStateException("a request could not be fingerprinted", impossible);
        }
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this runtime has no " + ALGORITHM, impossible);
        }
    }
}

package io.tollgate.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Callers.Caller;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Headers and bodies as the gateway passes them on. */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ONE_IN = 10;

    private final Callers callers;

    Requests(Callers callers) {
        this.callers = callers;
    }

    /** One request in ten belongs to a trace that is kept. */
    Map<String, String> headers(Caller caller) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String sampled = random.nextInt(ONE_IN) == 0 ? "01" : "00";
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", callers.authorization(caller));
        headers.put(
                "traceparent",
                "00-%016x%016x-%016x-%s"
                        .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1, sampled));
        return headers;
    }

    Map<String, String> headers(Caller caller, String idempotencyKey) {
        Map<String, String> headers = headers(caller);
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", idempotencyKey);
        return headers;
    }

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

package io.tollgate.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as an endpoint sees it: what its path's pattern caught, and its body, read and parsed. */
public record Call(List<String> pathVariables, Map<String, String> query, Map<String, String> headers, JsonNode body) {

    public String pathVariable(int index) {
        return pathVariables.get(index);
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Names in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public String idempotencyKey() {
        return header("idempotency-key")
                .filter(key -> !key.isBlank() && key.length() <= 255)
                .orElseThrow(() -> Refused.because(400, "idempotency_key_required"));
    }

    /** With a key, the call has to carry it as a bearer token. */
    public void requireKey(Optional<String> apiKey) {
        String sent = header("authorization").orElse("");
        if (apiKey.filter(key -> !sent.equals("Bearer " + key)).isPresent()) {
            throw Refused.because(401, "api_key_required");
        }
    }

    public String requiredText(String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw Refused.because(400, "missing_" + field);
        }
        return value.textValue();
    }
}

package io.tollgate.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What an endpoint answers, and how late; {@link #NEVER} later than any caller waits. */
public record Answer(int status, JsonNode body, Duration delay) {

    public static final Duration NEVER = Duration.ofDays(1);

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Duration.ZERO);
    }

    /** A refusal as card networks write it: {@code {"code": "…"}}. */
    public static Answer refusal(int status, String code) {
        return of(status, object().put("code", code));
    }

    public Answer after(Duration wait) {
        return new Answer(status, body, wait);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

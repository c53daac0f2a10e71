package io.tollgate.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What an endpoint answers, and how late; {@link #NEVER} later than any caller waits. */
public record Answer(int status, JsonNode body, Duration delay, String mediaType) {

    public static final Duration NEVER = Duration.ofDays(1);

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, Duration.ZERO, "application/json");
    }

    /** A refusal as card networks write it: {@code {"code": "…"}}. */
    public static Answer refusal(int status, String code) {
        return of(status, object().put("code", code));
    }

    /** What is no JSON, sent as it is. */
    public static Answer text(String mediaType, String text) {
        return new Answer(200, TextNode.valueOf(text), Duration.ZERO, mediaType);
    }

    /** As it goes over the wire. */
    byte[] bytes(ObjectMapper json) throws JsonProcessingException {
        return mediaType.equals("application/json")
                ? json.writeValueAsBytes(body)
                : body.textValue().getBytes(StandardCharsets.UTF_8);
    }

    public Answer after(Duration wait) {
        return new Answer(status, body, wait, mediaType);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

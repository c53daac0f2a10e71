package io.tollgate.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** JSON on the bus: apart from the one of HTTP, which refuses unknown fields and may be customized by a service. */
final class MessageJson {
    private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    String write(Object data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(data.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            T data = mapper.readValue(body, type);
            if (data == null) {
                throw new MalformedMessage("the body is null");
            }
            return data;
        } catch (IOException e) {
            // Jackson's message quotes the content, which may be anybody's: only its kind is told
            throw new MalformedMessage("the body is no " + type.getSimpleName() + ": "
                    + e.getClass().getSimpleName());
        }
    }

    /** The body without some of its members; one that is no object is left as it is, for whoever reads it to refuse. */
    byte[] without(byte[] body, Set<String> members) {
        if (members.isEmpty()) {
            return body;
        }
        try {
            return mapper.readTree(body) instanceof ObjectNode object
                    ? mapper.writeValueAsBytes(object.remove(members))
                    : body;
        } catch (IOException unreadable) {
            return body;
        }
    }

    Map<String, String> properties(String text) {
        try {
            return mapper.readValue(text, PROPERTIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of the outbox has unreadable properties", e);
        }
    }
}

package io.tollgate.testing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the contracts have in common: files on the class path, JSON as it is on the wire, and schemas that judge it. */
final class Contract {
    /** Writes and reads as contracts/delivery does. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Contract() {}

    static byte[] file(String path) {
        try (InputStream file = Contract.class.getResourceAsStream('/' + path)) {
            if (file == null) {
                throw new AssertionError("There is no " + path + " among the contracts on the class path");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException malformed) {
            throw new AssertionError("This is no JSON: " + new String(json), malformed);
        }
    }

    /** Formats (date-time, uri) count too; without saying so they would be annotations only. */
    static List<String> violations(JsonSchema schema, JsonNode value) {
        return schema.validate(value, Contract::assertFormats).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static void assertFormats(ExecutionContext context) {
        context.getExecutionConfig().setFormatAssertionsEnabled(true);
    }
}

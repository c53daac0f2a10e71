package io.tollgate.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.time.Instant;

/** The JSON of the HTTP APIs: strict in what it reads. The application's own mapper, which messages may use, stays lenient. */
public final class HttpJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModules(
                    new JavaTimeModule(),
                    new Jdk8Module(),
                    new ParameterNamesModule(),
                    new SimpleModule()
                            .addDeserializer(String.class, new WholeText())
                            .addDeserializer(Instant.class, new WrittenInstant()))
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // 12.9 for a whole number or "12" for a number is a mistake of the caller, not something to round or to
            // guess
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // that alone lets pass blanks, and what trim() takes for some, as null
            .withCoercionConfigDefaults(texts -> texts.setAcceptBlankAsEmpty(false))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public ObjectMapper mapper() {
        return mapper;
    }
}

package io.tollgate.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests as the document wants them. */
final class LiveCalls {
    // half a surrogate pair can be written as an escape only
    private static final ObjectMapper WIRE =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private final LiveApi api;
    private final ApiSamples samples;

    LiveCalls(LiveApi api, ApiSamples samples) {
        this.api = api;
        this.samples = samples;
    }

    /** A request with all that is required, and a body if the operation has one. */
    LiveRequest valid(ApiOperation operation, String bearer) {
        LiveRequest request =
                LiveRequest.of(operation.method(), path(operation)).with("Authorization", bearer);
        for (ApiParameter parameter : operation.parameters("header")) {
            request = request.with(parameter.name(), header(parameter, request));
        }
        StringBuilder query = new StringBuilder();
        operation.parameters("query").stream().filter(ApiParameter::required).forEach(parameter -> query.append(
                        query.length() == 0 ? '?' : '&')
                .append(encoded(parameter.name()))
                .append('=')
                .append(encoded(api.value(parameter, samples))));
        request = request.to(request.target() + query);
        Optional<ApiSchema> body = operation.requestSchema();
        return body.isEmpty() ? request : withJson(request, operation, example(operation, body.get()));
    }

    LiveRequest withJson(LiveRequest request, ApiOperation operation, JsonNode body) {
        return request.with("Content-Type", operation.requestMediaType()).withBody(written(body));
    }

    /** The first example of the body, or one by chance. */
    JsonNode example(ApiOperation operation, ApiSchema schema) {
        return operation.requestExamples().values().stream()
                .findFirst()
                .map(example -> api.adapted(operation, example))
                .orElseGet(() -> samples.of(schema));
    }

    static byte[] written(JsonNode body) {
        try {
            return WIRE.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String path(ApiOperation operation) {
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        return placeholder.replaceAll(found -> Matcher.quoteReplacement(encoded(operation.parameters("path").stream()
                .filter(parameter -> parameter.name().equals(found.group(1)))
                .findFirst()
                .map(parameter -> api.value(parameter, samples))
                .orElseThrow(() -> new AssertionError(operation.name() + " does not describe " + found.group())))));
    }

    private String header(ApiParameter header, LiveRequest request) {
        if (header.name().equalsIgnoreCase("Idempotency-Key")) {
            return UUID.randomUUID().toString();
        }
        if (header.name().equalsIgnoreCase("If-Match")) {
            return tag(request);
        }
        return header.required() ? samples.of(header.schema()).asText() : null;
    }

    /** Of the object as it is now, if it can be read where it is changed. */
    private String tag(LiveRequest change) {
        LiveRequest read = new LiveRequest("GET", change.target(), change.headers(), null);
        return Optional.ofNullable(api.send(read).response().headers().getETag())
                .orElse("\"v1\"");
    }
}

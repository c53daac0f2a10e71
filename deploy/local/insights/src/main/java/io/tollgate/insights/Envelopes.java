package io.tollgate.insights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Turns Application Insights envelopes (Breeze schema, version 2) into {@link Span}s. */
final class Envelopes {

    private static final Map<String, String> KINDS = Map.of(
            "RequestData", "request",
            "RemoteDependencyData", "dependency",
            "MessageData", "message",
            "ExceptionData", "exception");

    /** The exporter cuts starting times to milliseconds; Tollgate's own telemetry sends the rest along. */
    static final String START_MICROS = "startMicros";

    private static final int LONGEST = 1_000;

    /** Always six digits, so that starting times sort as text. */
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Envelopes() {}

    /** Why the envelope cannot be accepted, or empty when it can. */
    static Optional<String> fault(JsonNode envelope) {
        if (!envelope.isObject()) {
            return Optional.of("the item is not a JSON object");
        }
        if (!envelope.path("data").path("baseData").isObject()) {
            return Optional.of("data.baseData is missing");
        }
        if (envelope.path("data").path("baseType").asText().isEmpty()) {
            return Optional.of("data.baseType is missing");
        }
        return timeFault(envelope.path("time").asText());
    }

    private static Optional<String> timeFault(String time) {
        try {
            OffsetDateTime.parse(time);
            return Optional.empty();
        } catch (RuntimeException notATime) {
            return Optional.of("time is not an ISO instant");
        }
    }

    /** The span, or empty for a kind that belongs to no trace (metrics, availability) or one without a trace id. */
    static Optional<Span> span(JsonNode envelope) {
        String kind = KINDS.get(envelope.path("data").path("baseType").asText());
        String traceId = text(envelope.path("tags").path("ai.operation.id"));
        if (kind == null || traceId == null) {
            return Optional.empty();
        }
        return Optional.of(read(traceId, kind, envelope.path("tags"), envelope.path("data"), envelope));
    }

    private static Span read(String traceId, String kind, JsonNode tags, JsonNode dataNode, JsonNode envelope) {
        JsonNode data = dataNode.path("baseData");
        String result = text(data.path("responseCode"));
        return new Span(
                traceId,
                text(data.path("id")),
                text(tags.path("ai.operation.parentId")),
                kind,
                name(kind, data),
                text(tags.path("ai.cloud.role")),
                text(tags.path("ai.cloud.roleInstance")),
                MICROS.format(start(envelope.path("time").asText(), data.path("properties"))),
                TimeSpans.millis(data.path("duration").asText()),
                data.path("success").asBoolean(!"exception".equals(kind)),
                result == null ? text(data.path("resultCode")) : result,
                text(data.path("type")),
                text(target(kind, data)),
                text(data.hasNonNull("url") ? data.path("url") : data.path("data")));
    }

    private static String name(String kind, JsonNode data) {
        JsonNode exception = data.path("exceptions").path(0);
        return switch (kind) {
            case "message" -> text(data.path("message"));
            case "exception" ->
                exception.path("typeName").asText() + ": "
                        + exception.path("message").asText();
            default -> text(data.path("name"));
        };
    }

    private static JsonNode target(String kind, JsonNode data) {
        return switch (kind) {
            case "request" -> data.path("source");
            case "dependency" -> data.path("target");
            default -> MissingNode.getInstance();
        };
    }

    private static Instant start(String time, JsonNode properties) {
        Instant millis = OffsetDateTime.parse(time).toInstant();
        long micros = properties.path(START_MICROS).asLong(0);
        return micros > 0 && micros < 1000 ? millis.plusNanos(micros * 1000) : millis;
    }

    /** Cut, since the number of spans kept bounds the memory only if their size is bounded. */
    private static String text(JsonNode node) {
        String text = node.isNull() ? "" : node.asText();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}

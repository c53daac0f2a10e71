package io.tollgate.insights;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One telemetry item of a trace, in the same shape whatever it arrived as.
 *
 * @param spanId absent for messages and exceptions, which hang under {@code parentId}
 * @param kind {@code request}, {@code dependency}, {@code message} or {@code exception}
 * @param role the process that sent it
 * @param start ISO instant with six digits of fraction: sorts as text, and needs no JSON module to be read back
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Span(
        String traceId,
        String spanId,
        String parentId,
        String kind,
        String name,
        String role,
        String instance,
        String start,
        double durationMs,
        boolean success,
        String resultCode,
        String type,
        String target,
        String data) {

    /** When it began. */
    public Instant startedAt() {
        return Instant.parse(start);
    }

    /** When it ended. */
    public Instant endedAt() {
        return startedAt().plusNanos(Math.round(durationMs * 1_000_000));
    }

    /** Whether it lasted: a request or a dependency, not a message or an exception. */
    public boolean lasts() {
        return "request".equals(kind) || "dependency".equals(kind);
    }
}

package io.tollgate.insights;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** One line about a trace: what began it, how long it lasted, who took part. */
public record TraceSummary(
        String traceId, String name, String start, double durationMs, int spans, boolean success, List<String> roles) {

    static TraceSummary of(List<Span> byStart) {
        Span first = byStart.stream()
                .filter(span -> span.parentId() == null)
                .findFirst()
                .orElse(byStart.get(0));
        Instant start = byStart.get(0).startedAt();
        Instant end = byStart.stream()
                .map(Span::endedAt)
                .max(Comparator.naturalOrder())
                .orElse(start);
        return new TraceSummary(
                first.traceId(),
                first.name(),
                byStart.get(0).start(),
                Duration.between(start, end).toNanos() / 1_000_000.0,
                byStart.size(),
                byStart.stream().allMatch(Span::success),
                byStart.stream()
                        .map(Span::role)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    @JsonIgnore
    Instant startedAt() {
        return Instant.parse(start);
    }
}

package io.tollgate.insights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The traces kept in memory: the newest ones, up to a number of spans. */
final class Traces {

    private final int maxSpans;
    private final Map<String, Map<String, Span>> byTrace = new LinkedHashMap<>();
    private int spans;
    private long droppedTraces;

    Traces(int maxSpans) {
        this.maxSpans = maxSpans;
    }

    /** Keeps the span; false when it was known already, as after a repeated delivery. */
    synchronized boolean add(Span span) {
        Map<String, Span> trace = byTrace.computeIfAbsent(span.traceId(), id -> new LinkedHashMap<>());
        if (trace.putIfAbsent(key(span), span) != null) {
            return false;
        }
        spans++;
        dropOldest();
        return true;
    }

    /** Spans of one trace by starting time; empty when it is not known. */
    synchronized List<Span> trace(String traceId) {
        return sorted(byTrace.getOrDefault(traceId, Map.of()).values());
    }

    /** The newest traces that began at or after {@code since}, the newest first. */
    synchronized List<TraceSummary> recent(Instant since, int limit) {
        return byTrace.values().stream()
                .map(trace -> TraceSummary.of(sorted(trace.values())))
                .filter(summary -> !summary.startedAt().isBefore(since))
                .sorted(Comparator.comparing(TraceSummary::start).reversed())
                .limit(limit)
                .toList();
    }

    synchronized List<Span> all() {
        List<Span> all = new ArrayList<>(spans);
        byTrace.values().forEach(trace -> all.addAll(trace.values()));
        return all;
    }

    synchronized int spanCount() {
        return spans;
    }

    synchronized int traceCount() {
        return byTrace.size();
    }

    synchronized long droppedTraces() {
        return droppedTraces;
    }

    /** The trace being written is never the one dropped, however large it is. */
    private void dropOldest() {
        Iterator<Map<String, Span>> oldest = byTrace.values().iterator();
        while (spans > maxSpans && byTrace.size() > 1) {
            spans -= oldest.next().size();
            oldest.remove();
            droppedTraces++;
        }
    }

    /** Messages and exceptions have no id of their own: what they say, where and when tells them apart. */
    private static String key(Span span) {
        return span.lasts()
                ? span.kind() + span.spanId()
                : span.kind() + span.parentId() + span.start() + span.name() + span.role();
    }

    private static List<Span> sorted(Collection<Span> trace) {
        return trace.stream().sorted(Comparator.comparing(Span::start)).toList();
    }
}

package io.tollgate.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The spans of one trace, each under its parent and by starting time.
 *
 * @param roots nodes without a parent, and orphans after them
 * @param orphans spans whose parent id is not among the spans of the trace: something was lost, or has not arrived yet
 */
public record TraceTree(List<Node> roots, List<Span> orphans) {

    /** One span and what happened under it. */
    public record Node(Span span, List<Node> children) {}

    public static TraceTree of(List<Span> spans) {
        List<Span> byStart =
                spans.stream().sorted(Comparator.comparing(Span::startedAt)).toList();
        Map<String, List<Span>> byParent = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Span span : byStart) {
            byParent.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span);
            ids.add(span.spanId());
        }
        List<Span> orphans = byStart.stream()
                .filter(span -> span.parentId() != null && !ids.contains(span.parentId()))
                .toList();
        List<Span> tops = new ArrayList<>(byParent.getOrDefault(null, List.of()));
        tops.addAll(orphans);
        return new TraceTree(
                tops.stream().map(span -> node(span, byParent)).toList(),
                orphans.stream().filter(Span::lasts).toList());
    }

    /** Every span is reached from one root: nothing is lost. */
    public boolean connected() {
        return roots.size() == 1 && orphans.isEmpty();
    }

    private static Node node(Span span, Map<String, List<Span>> byParent) {
        List<Span> under = span.spanId() == null ? List.of() : byParent.getOrDefault(span.spanId(), List.of());
        return new Node(span, under.stream().map(child -> node(child, byParent)).toList());
    }
}

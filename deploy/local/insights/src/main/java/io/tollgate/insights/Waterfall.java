package io.tollgate.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws a trace for a terminal: who, what, when within the whole, how long. */
public final class Waterfall {

    private static final int ROLE = 18;
    private static final int NAME = 48;
    private static final int BAR = 32;

    private final Instant begin;
    private final double totalMs;
    private final List<String> lines = new ArrayList<>();

    private Waterfall(Instant begin, double totalMs) {
        this.begin = begin;
        this.totalMs = Math.max(totalMs, 0.001);
    }

    /** A head and a line per span, of at most 111 characters; {@code ?} marks an orphan, {@code !} a failure. */
    public static List<String> lines(List<Span> spans) {
        if (spans.isEmpty()) {
            return List.of();
        }
        Instant begin = spans.stream()
                .map(Span::startedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end =
                spans.stream().map(Span::endedAt).max(Comparator.naturalOrder()).orElseThrow();
        Waterfall waterfall = new Waterfall(begin, millis(begin, end));
        waterfall.head();
        TraceTree tree = TraceTree.of(spans);
        tree.roots().forEach(root -> waterfall.draw(root, 0, tree.orphans().contains(root.span())));
        return List.copyOf(waterfall.lines);
    }

    private void head() {
        String total = String.format(Locale.ROOT, "%.1f ms", totalMs);
        lines.add(fit("process", ROLE) + " " + fit("what", NAME) + " 0" + String.format("%" + (BAR - 1) + "s", total)
                + "        ms");
    }

    private void draw(TraceTree.Node node, int depth, boolean orphan) {
        Span span = node.span();
        String mark = orphan ? "? " : span.success() ? "" : "! ";
        lines.add(fit(span.role() == null ? "" : span.role(), ROLE)
                + " " + fit(" ".repeat(Math.min(depth, 20)) + mark + span.name(), NAME)
                + " " + bar(span)
                + String.format(Locale.ROOT, " %9.1f", span.durationMs()));
        node.children().forEach(child -> draw(child, depth + 1, false));
    }

    private String bar(Span span) {
        int from = Math.min(BAR - 1, (int) (BAR * millis(begin, span.startedAt()) / totalMs));
        int length = Math.max(1, (int) Math.round(BAR * span.durationMs() / totalMs));
        String drawn = span.lasts() ? "█".repeat(Math.min(length, BAR - from)) : "•";
        return fit(" ".repeat(from) + drawn, BAR);
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1_000_000.0;
    }

    private static String fit(String text, int width) {
        String line = text.replaceAll("\\s", " ");
        return line.length() > width ? line.substring(0, width - 1) + "…" : line + " ".repeat(width - line.length());
    }
}

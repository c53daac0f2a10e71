package io.tollgate.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures in rows, printed as a table of Markdown. */
public final class Table {
    private final List<String> lines = new ArrayList<>();

    public Table(String... heads) {
        lines.add(line(List.of(heads)));
        lines.add("|---".repeat(heads.length) + "|");
    }

    public void row(String... cells) {
        lines.add(line(List.of(cells)));
    }

    public static String figure(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}

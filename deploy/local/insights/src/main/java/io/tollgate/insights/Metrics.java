package io.tollgate.insights;

/** The counters of the server in the text form Prometheus reads. */
final class Metrics {

    private Metrics() {}

    static String page(Intake intake, Traces traces, Journal journal) {
        return line("insights_items_accepted_total", "counter", intake.accepted.get())
                + line("insights_items_rejected_total", "counter", intake.rejected.get())
                + line("insights_traces_dropped_total", "counter", traces.droppedTraces())
                + line("insights_traces", "gauge", traces.traceCount())
                + line("insights_spans", "gauge", traces.spanCount())
                + line("insights_journal_bytes", "gauge", journal.bytes());
    }

    private static String line(String name, String type, long value) {
        return "# TYPE " + name + " " + type + "\n" + name + " " + value + "\n";
    }
}

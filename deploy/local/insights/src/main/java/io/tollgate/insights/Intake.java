package io.tollgate.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Takes in what an exporter posted: counts, keeps and journals it. */
final class Intake {

    private static final long LARGEST_JOURNAL = 24L * 1024 * 1024;

    private final ObjectMapper json;
    private final Traces traces;
    private final Journal journal;
    private long largestJournal = LARGEST_JOURNAL;
    final AtomicLong accepted = new AtomicLong();
    final AtomicLong rejected = new AtomicLong();

    Intake(ObjectMapper json, Traces traces, Journal journal) {
        this.json = json;
        this.traces = traces;
        this.journal = journal;
    }

    /** The body is a JSON array or one JSON object per line. */
    Receipt take(String body) throws IOException {
        List<JsonNode> items = items(body);
        List<Receipt.Fault> faults = new ArrayList<>();
        List<Span> fresh = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Optional<String> fault = Envelopes.fault(items.get(i));
            if (fault.isPresent()) {
                faults.add(new Receipt.Fault(i, 400, fault.get()));
            } else {
                Envelopes.span(items.get(i)).filter(traces::add).ifPresent(fresh::add);
            }
        }
        keep(fresh);
        accepted.addAndGet(items.size() - faults.size());
        rejected.addAndGet(faults.size());
        return new Receipt(items.size(), items.size() - faults.size(), faults);
    }

    /** One at a time, or a span added between the two steps of a rewrite would be missing from the new file. */
    private synchronized void keep(List<Span> fresh) throws IOException {
        journal.append(fresh);
        if (journal.bytes() > largestJournal) {
            journal.rewrite(traces.all());
            largestJournal = Math.max(LARGEST_JOURNAL, 2 * journal.bytes());
        }
    }

    private List<JsonNode> items(String body) {
        if (body.stripLeading().startsWith("[")) {
            List<JsonNode> items = new ArrayList<>();
            parse(body).forEach(items::add);
            return items.isEmpty() && !body.strip().equals("[]") ? List.of(MissingNode.getInstance()) : items;
        }
        return body.lines().filter(line -> !line.isBlank()).map(this::parse).toList();
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        }
    }
}

package io.tollgate.bench;

import static io.tollgate.bench.figures.Table.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.bench.figures.Samples;
import io.tollgate.bench.figures.Table;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.server.CpuTime;
import io.tollgate.bench.server.Service;
import java.util.List;
import java.util.function.Function;

/** How long pages of a list take, the first one and the one behind it, asked for one at a time. */
final class Pages {
    private final Load load;
    private final Service service;
    private final Function<String, Call> calls;
    private final Settings settings;
    private final Table table = new Table("", "items", "p50 ms", "p95 ms", "p99 ms", "max ms", "CPU ms");
    private double worst;

    /** @param calls asks for the list with this query string */
    Pages(Load load, Service service, Function<String, Call> calls, Settings settings) {
        this.load = load;
        this.service = service;
        this.calls = calls;
        this.settings = settings;
    }

    void warmUp(List<String> queries) {
        Progress.say("warming up: %d pages", settings.warmUp);
        load.send(settings.warmUp, i -> calls.apply(queries.get(i % queries.size())));
    }

    void measure(List<String> queries) {
        queries.forEach(query -> {
            JsonNode first = measure(query, query);
            String next = first.at("/next").asText("");
            if (!next.isEmpty()) {
                measure(query + ", second page", query + "&after=" + next);
            }
        });
    }

    String worst() {
        return figure("the slowest p95: %.1f ms", worst);
    }

    Table table() {
        return table;
    }

    private JsonNode measure(String name, String query) {
        JsonNode page = Requests.read(load.answer(calls.apply(query)));
        CpuTime before = service.server().cpu();
        Samples times = Samples.millis(load.send(settings.requests, i -> calls.apply(query)));
        CpuTime used = service.server().cpu().minus(before);
        worst = Math.max(worst, times.percentile(95));
        table.row(
                name,
                "" + page.at("/items").size(),
                figure("%.1f", times.median()),
                figure("%.1f", times.percentile(95)),
                figure("%.1f", times.percentile(99)),
                figure("%.1f", times.max()),
                figure("%.1f", used.withoutCompiler().toNanos() / 1e6 / settings.requests));
        return page;
    }
}

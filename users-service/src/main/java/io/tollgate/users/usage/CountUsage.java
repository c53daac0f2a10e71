package io.tollgate.users.usage;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Adds what gateways counted to what clients did. */
@Service
public final class CountUsage implements ReportReader {
    /** Always in the same order: two reports do not wait for each other. */
    private static final Comparator<UsageLine> ORDER = Comparator.comparing(UsageLine::clientId)
            .thenComparing(UsageLine::day)
            .thenComparing(UsageLine::operation)
            .thenComparing(UsageLine::status);

    private final UsageCounters counters;

    public CountUsage(UsageCounters counters) {
        this.counters = counters;
    }

    @Override
    public Mono<Void> read(UsageReport report) {
        return counters.add(
                List.copyOf(report.usage().stream().collect(summed()).values()));
    }

    private static Collector<UsageLine, ?, TreeMap<UsageLine, UsageLine>> summed() {
        return Collectors.toMap(line -> line, line -> line, UsageLine::plus, () -> new TreeMap<>(ORDER));
    }
}

package io.tollgate.bench;

import io.tollgate.bench.load.Load;
import io.tollgate.bench.server.CpuTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** What some requests of one kind cost. */
record Cost(int requests, CpuTime cpu, Duration lasted) {
    private static final int SHOWN = 8;

    static Cost of(Subject subject, Load load, int requests) {
        subject.before().run();
        CpuTime before = subject.service().server().cpu();
        long start = System.nanoTime();
        load.send(requests, subject.calls());
        Duration lasted = Duration.ofNanos(System.nanoTime() - start);
        subject.settled().run();
        Cost cost = new Cost(requests, subject.service().server().cpu().minus(before), lasted);
        subject.after().run();
        return cost;
    }

    double microsPerRequest() {
        return cpu.withoutCompiler().toNanos() / 1e3 / requests;
    }

    double perSecond() {
        return requests / (lasted.toNanos() / 1e9);
    }

    /** The threads that used the most, in microseconds per request. */
    String threads() {
        return cpu.byThread().entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(entry -> entry.getKey() + " " + entry.getValue().toNanos() / 1000 / requests)
                .collect(Collectors.joining(", "));
    }
}

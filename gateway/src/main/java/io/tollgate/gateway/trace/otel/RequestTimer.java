package io.tollgate.gateway.trace.otel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The one timer of the gateway, under the name and tags that Spring's own services use. */
final class RequestTimer {
    static final String NAME = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private final MeterRegistry meters;
    // a lookup by tags in the registry costs more than everything else here
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    void record(String method, String route, int status, long nanos) {
        Key key = new Key(METHODS.contains(method) ? method : "OTHER", route, status);
        timers.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder(NAME)
                .tag("method", key.method())
                .tag("uri", key.route().isEmpty() ? "UNKNOWN" : key.route())
                .tag("status", Integer.toString(key.status()))
                .register(meters);
    }

    private record Key(String method, String route, int status) {}
}

package io.tollgate.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import java.util.Set;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Leaves probes and scrapes out of traces and request metrics. */
final class OperationsRequests implements ObservationPredicate {

    private static final Set<String> PATHS = Set.of("/healthz", "/readyz", "/health", "/info", "/metrics");

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request) || !isOperations(request);
    }

    private static boolean isOperations(ServerRequestObservationContext request) {
        String path = request.getCarrier().getPath().value();
        return PATHS.contains(path) || path.startsWith("/health/");
    }
}

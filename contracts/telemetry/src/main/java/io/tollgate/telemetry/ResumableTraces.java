package io.tollgate.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * For work that waits in a row until a timer takes it up (an intent, a deadline): the row keeps {@link #here()}, and
 * whoever takes it up goes on there, so that it stays part of the order's one trace.
 */
public final class ResumableTraces {
    private static final String TRACEPARENT = "traceparent";

    private final ObservationRegistry registry;
    private final Optional<Propagator> propagator;

    ResumableTraces(ObservationRegistry registry, Optional<Propagator> propagator) {
        this.registry = registry;
        this.propagator = propagator;
    }

    /** For tests of what resumes: nothing is traced. */
    public static ResumableTraces none() {
        return new ResumableTraces(ObservationRegistry.NOOP, Optional.empty());
    }

    /** The place in its trace of whoever subscribes, as W3C writes it; 55 characters. Empty outside any trace. */
    public Mono<Optional<String>> here() {
        return Mono.deferContextual(context -> Mono.just(traceparent(context)));
    }

    /** Does the work inside a span of this name that continues the trace; begins one when there is none. */
    public <T> Mono<T> resume(Optional<String> traceparent, String name, Mono<T> work) {
        return Mono.defer(() -> {
            Observation observation = observation(traceparent, name).start();
            return work.doOnError(observation::error)
                    .doFinally(end -> observation.stop())
                    .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, observation));
        });
    }

    private Observation observation(Optional<String> traceparent, String name) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
        context.setCarrier(
                traceparent.map(parent -> Map.of(TRACEPARENT, parent)).orElseGet(Map::of));
        return Observation.createNotStarted("tollgate.resume", () -> context, registry)
                .contextualName(name);
    }

    private Optional<String> traceparent(ContextView context) {
        Observation current =
                context.getOrDefault(ObservationThreadLocalAccessor.KEY, registry.getCurrentObservation());
        Map<String, String> wire = new HashMap<>();
        Optional.ofNullable(current)
                .map(observation -> observation.getContextView().<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .ifPresent(span -> propagator.ifPresent(with -> with.inject(span.context(), wire, Map::put)));
        return Optional.ofNullable(wire.get(TRACEPARENT));
    }
}

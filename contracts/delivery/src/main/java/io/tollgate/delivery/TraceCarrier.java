package io.tollgate.delivery;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** One order, one trace: through the outbox, over the bus, through parking. */
final class TraceCarrier {
    private final ObservationRegistry registry;
    private final Optional<Propagator> propagator;

    TraceCarrier(ObservationRegistry registry, Optional<Propagator> propagator) {
        this.registry = registry;
        this.propagator = propagator;
    }

    /** Where the caller stands in its trace: what an outbox row keeps. */
    WireTrace capture(ContextView context) {
        Observation current =
                context.getOrDefault(ObservationThreadLocalAccessor.KEY, registry.getCurrentObservation());
        return position(current).orElse(WireTrace.NONE);
    }

    /** Sends inside a producer span that continues the trace of whoever wrote the row, hours later if need be. */
    void publish(OutboxRow row, Consumer<WireTrace> send) {
        Observation observation = observation(
                        "tollgate.publish", Kind.PRODUCER, row.trace(), "publish " + row.type(), row.destination())
                .lowCardinalityKeyValue("messaging.operation", "publish")
                .highCardinalityKeyValue("messaging.message.id", row.messageId());
        observation.observe(() -> send.accept(position(observation).orElse(row.trace())));
    }

    /** Handles inside a consumer span that continues the producer's trace; everything below becomes its child. */
    <T> Mono<T> process(IncomingMessage message, String consumer, Mono<T> work) {
        return Mono.defer(() -> {
            Observation observation = observation(
                            "tollgate.process",
                            Kind.CONSUMER,
                            message.trace(),
                            "process " + message.type(),
                            message.entity())
                    .lowCardinalityKeyValue("messaging.operation", "process")
                    .lowCardinalityKeyValue("messaging.consumer.group.name", consumer)
                    .highCardinalityKeyValue("messaging.message.id", message.id())
                    .highCardinalityKeyValue("messaging.attempt", String.valueOf(message.attempt()))
                    .start();
            return work.doOnError(observation::error)
                    .doFinally(end -> observation.stop())
                    .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, observation));
        });
    }

    // A receiver's context is the one kind that takes a parent from a wire; a producer's parent is on one too: the row.
    private Observation observation(String name, Kind kind, WireTrace parent, String span, String destination) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, kind);
        context.setCarrier(parent.properties());
        return Observation.createNotStarted(name, () -> context, registry)
                .contextualName(span)
                .lowCardinalityKeyValue("messaging.system", "servicebus")
                .lowCardinalityKeyValue("messaging.destination.name", destination);
    }

    private Optional<WireTrace> position(Observation observation) {
        return Optional.ofNullable(observation)
                .map(current -> current.getContextView().<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .flatMap(this::position);
    }

    private Optional<WireTrace> position(Span span) {
        Map<String, String> carrier = new HashMap<>();
        propagator.ifPresent(wire -> wire.inject(span.context(), carrier, Map::put));
        return Optional.of(WireTrace.of(carrier))
                .filter(trace -> trace.traceparent().isPresent());
    }
}

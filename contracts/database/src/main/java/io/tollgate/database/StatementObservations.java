package io.tollgate.database;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * Each statement as an observation: a timer, and in a trace a span with its text, never with a bound value. Where the
 * trace is not kept anyway, the timer alone.
 */
final class StatementObservations {
    static final String NAME = "r2dbc.query";
    // names that r2dbc-proxy gives them, so that whoever reads either reads both
    static final String DRIVER = "r2dbc.connection";
    private static final String STATEMENT = "r2dbc.query[0]";
    private static final String SPAN = "query";

    private final ObservationRegistry registry;
    private final StatementTimers timers;
    private final KeyValue driver;

    StatementObservations(ObservationRegistry registry, StatementTimers timers, String driver) {
        this.registry = registry;
        this.timers = timers;
        this.driver = KeyValue.of(DRIVER, driver);
    }

    <T> Flux<T> observed(String sql, Supplier<? extends Publisher<? extends T>> execution) {
        return Flux.deferContextual(context -> {
            Observation parent = parent(context);
            return isNotKept(parent) ? timed(execution) : observed(started(sql, parent), execution);
        });
    }

    private <T> Flux<T> timed(Supplier<? extends Publisher<? extends T>> execution) {
        StatementTimers.Running running = timers.start();
        return Flux.<T>from(execution.get()).doOnError(running::failed).doFinally(end -> running.ended());
    }

    private static <T> Flux<T> observed(Observation observation, Supplier<? extends Publisher<? extends T>> execution) {
        return Flux.<T>from(execution.get()).doOnError(observation::error).doFinally(end -> observation.stop());
    }

    private Observation parent(ContextView context) {
        Observation current = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        return current == null ? registry.getCurrentObservation() : current;
    }

    private static boolean isNotKept(Observation parent) {
        TracingContext tracing = parent == null ? null : parent.getContextView().get(TracingContext.class);
        Span span = tracing == null ? null : tracing.getSpan();
        return span != null && Boolean.FALSE.equals(span.context().sampled());
    }

    private Observation started(String sql, Observation parent) {
        return Observation.createNotStarted(NAME, () -> call(parent), registry)
                .contextualName(SPAN)
                .lowCardinalityKeyValue(driver)
                .highCardinalityKeyValue(KeyValue.of(STATEMENT, sql))
                .start();
    }

    private static Observation.Context call(Observation parent) {
        SenderContext<Object> call = new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
        call.setParentObservation(parent);
        return call;
    }
}

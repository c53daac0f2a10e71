package io.tollgate.database;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/** Each statement as an observation: a timer, and in a trace a span with its text, never with a bound value. */
final class StatementObservations {
    private static final String NAME = "r2dbc.query";
    private static final String SPAN = "query";
    // names that r2dbc-proxy gives them, so that whoever reads either reads both
    private static final String DRIVER = "r2dbc.connection";
    private static final String STATEMENT = "r2dbc.query[0]";

    private final ObservationRegistry registry;
    private final KeyValue driver;

    StatementObservations(ObservationRegistry registry, String driver) {
        this.registry = registry;
        this.driver = KeyValue.of(DRIVER, driver);
    }

    <T> Flux<T> observed(String sql, Supplier<? extends Publisher<? extends T>> execution) {
        return Flux.deferContextual(context -> {
            Observation observation = started(sql, context);
            return Flux.<T>from(execution.get()).doOnError(observation::error).doFinally(end -> observation.stop());
        });
    }

    private Observation started(String sql, ContextView context) {
        Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, registry.getCurrentObservation());
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

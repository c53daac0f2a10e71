package io.tollgate.products.stock.store;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import reactor.util.context.ContextView;

/** The trace in which something is written, so that who reads of it finds the trace. */
final class CurrentTrace {
    private CurrentTrace() {}

    static Optional<String> id(ContextView context) {
        return context.<Observation>getOrEmpty(ObservationThreadLocalAccessor.KEY)
                .map(observation -> observation.getContextView().<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context)
                .map(span -> span.traceId());
    }
}

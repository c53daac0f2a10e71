package io.tollgate.gateway.trace.otel;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;

/**
 * Puts the trace around the main port's handler. A {@code HttpHandlerDecoratorFactory} would also wrap the management
 * port's, which finds the beans of its parent context.
 */
@Component
final class TracedServer implements BeanPostProcessor {
    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<MeterRegistry> meters;

    TracedServer(ObjectProvider<Tracer> tracer, ObjectProvider<MeterRegistry> meters) {
        this.tracer = tracer;
        this.meters = meters;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HttpHandler handler
                ? new TracedHandler(handler, tracer.getObject(), new RequestTimer(meters.getObject()))
                : bean;
    }
}

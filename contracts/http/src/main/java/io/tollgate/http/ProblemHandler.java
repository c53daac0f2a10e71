package io.tollgate.http;

import io.micrometer.tracing.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** The one place where a failure becomes an answer. */
final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Refusals refusals;
    private final ProblemWriter writer;
    private final Tracer tracer;

    ProblemHandler(Refusals refusals, ProblemWriter writer, Tracer tracer) {
        this.refusals = refusals;
        this.writer = writer;
        this.tracer = tracer;
    }

    /** Before Boot's handler (-1), which would answer in a form of its own. */
    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || isClientGone(failure)) {
            return Mono.error(failure);
        }
        Problem problem = refusals.problemOf(failure).orElseGet(() -> unexpected(exchange, failure));
        if (problem.type().status() >= 500) {
            ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                    .ifPresent(span -> span.setError(failure));
        }
        return writer.write(exchange, problem);
    }

    private static boolean isClientGone(Throwable failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    // a failure may come on any thread; the span in scope is what ties the line to the request's trace
    private Problem unexpected(ServerWebExchange exchange, Throwable failure) {
        try (var scope = tracer.withSpan(TraceId.span(exchange).orElse(null))) {
            log.error(
                    "{} {} failed, request {}",
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    RequestId.of(exchange).orElse("without id"),
                    failure);
        }
        return Problem.of(ProblemTypes.INTERNAL_ERROR);
    }
}

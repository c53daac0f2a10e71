package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.r2dbc.spi.ConnectionFactories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class StatementObservationsTest {
    private final ObservationRegistry registry = ObservationRegistry.create();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Observation.Context> stopped = new ArrayList<>();
    private final DatabaseClient client = DatabaseClient.create(
            new ObservedConnectionFactory(ConnectionFactories.get("r2dbc:h2:mem:///observations"), registry, meters));

    StatementObservationsTest() {
        registry.observationConfig().observationHandler(new Stopped(stopped));
    }

    @Test
    void a_statement_tells_its_text_and_no_bound_value() {
        client.sql("SELECT CAST(:word AS NVARCHAR(20))")
                .bind("word", "secret")
                .map(row -> row.get(0, String.class))
                .one()
                .as(StepVerifier::create)
                .expectNext("secret")
                .verifyComplete();

        assertThat(only().getName()).isEqualTo("r2dbc.query");
        assertThat(only().getAllKeyValues())
                .extracting(key -> key.getKey() + " " + key.getValue())
                .containsExactlyInAnyOrder("r2dbc.connection H2", "r2dbc.query[0] SELECT CAST($1 AS NVARCHAR(20))");
    }

    @Test
    void a_statement_belongs_to_what_is_going_on_where_it_is_wanted() {
        Observation request = Observation.createNotStarted("request", ObservationRegistry.create());

        client.sql("SELECT 1")
                .then()
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, request))
                .block();

        assertThat(only().getParentObservation()).isSameAs(request);
        assertThat(only()).isInstanceOfSatisfying(SenderContext.class, call -> assertThat(call.getKind())
                .isEqualTo(Kind.CLIENT));
    }

    @Test
    void a_statement_that_fails_says_so() {
        client.sql("SELECT nothing FROM nowhere")
                .then()
                .as(StepVerifier::create)
                .verifyError();

        assertThat(only().getError()).hasMessageContaining("nowhere");
    }

    @Test
    void a_statement_of_which_no_more_is_wanted_has_ended() {
        StatementObservations observations =
                new StatementObservations(registry, new StatementTimers(meters, "H2"), "H2");

        observations.observed("SELECT 1", () -> Flux.just(1, 2, 3)).next().block();

        assertThat(stopped).hasSize(1);
    }

    @Test
    void in_a_trace_that_is_not_kept_a_statement_feeds_the_same_timer_and_nothing_else() {
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        client.sql("SELECT 1").then().block();

        client.sql("SELECT 1").then().contextWrite(in(false)).block();

        assertThat(stopped).hasSize(1);
        assertThat(meters.get("r2dbc.query").timers()).singleElement().satisfies(timer -> assertThat(timer.count())
                .isEqualTo(2));
    }

    @Test
    void a_failure_is_told_apart_there_as_well() {
        client.sql("SELECT nothing FROM nowhere")
                .then()
                .contextWrite(in(false))
                .as(StepVerifier::create)
                .verifyError();

        assertThat(stopped).isEmpty();
        assertThat(meters.get("r2dbc.query")
                        .tag("error", "R2dbcBadGrammarException")
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get("r2dbc.query").tag("error", "none").timer().count())
                .isZero();
    }

    @Test
    void in_a_trace_that_is_kept_a_statement_is_a_span() {
        client.sql("SELECT 1").then().contextWrite(in(true)).block();

        assertThat(stopped).hasSize(1);
    }

    private static UnaryOperator<Context> in(boolean kept) {
        ObservationRegistry traced = ObservationRegistry.create();
        traced.observationConfig().observationHandler(context -> true);
        Observation request = Observation.createNotStarted("request", traced);
        TracingContext tracing = new TracingContext();
        tracing.setSpan(mock(Span.class, RETURNS_DEEP_STUBS));
        when(tracing.getSpan().context().sampled()).thenReturn(kept);
        request.getContext().put(TracingContext.class, tracing);
        return context -> context.put(ObservationThreadLocalAccessor.KEY, request);
    }

    private Observation.Context only() {
        assertThat(stopped).hasSize(1);
        return stopped.get(0);
    }

    private record Stopped(List<Observation.Context> contexts) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            contexts.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}

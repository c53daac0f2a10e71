package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ObservedConnectionTest {
    private final ObservedConnection connection = new ObservedConnectionFactory(
                    ConnectionFactories.get("r2dbc:h2:mem:///sound"),
                    ObservationRegistry.NOOP,
                    new SimpleMeterRegistry())
            .create()
            .block();

    @Test
    void a_connection_that_was_told_of_an_outage_is_given_to_nobody_else() {
        assertThat(isSound()).isTrue();
        run("SHUTDOWN").onErrorComplete().block();

        run("SELECT 1").as(StepVerifier::create).verifyErrorSatisfies(failure -> assertThat(
                        Outages.isDatabaseAway(failure))
                .isTrue());

        assertThat(isSound()).isFalse();
    }

    @Test
    void one_whose_transaction_cannot_begin_neither() {
        run("SHUTDOWN").onErrorComplete().block();

        Mono.from(connection.beginTransaction())
                .then(Mono.from(connection.commitTransaction()))
                .as(StepVerifier::create)
                .verifyError();

        assertThat(isSound()).isFalse();
    }

    @Test
    void a_statement_that_is_wrong_says_nothing_about_its_connection() {
        run("SELECT nothing FROM nowhere").as(StepVerifier::create).verifyError();

        assertThat(isSound()).isTrue();
    }

    private boolean isSound() {
        return Boolean.TRUE.equals(
                Mono.from(connection.validate(ValidationDepth.LOCAL)).block());
    }

    private Mono<Long> run(String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .next();
    }
}

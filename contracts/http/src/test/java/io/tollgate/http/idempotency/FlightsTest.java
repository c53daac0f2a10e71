package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.http.HttpRefusal;
import io.tollgate.http.ProblemTypes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FlightsTest {
    @Test
    void a_request_whose_first_does_not_end_is_told_to_come_back() {
        Flights impatient = new Flights(Duration.ofMillis(50), Clock.systemUTC());
        Sent sent = sent("fingerprint");
        Disposable first = impatient.alone(sent, Mono::never).subscribe();

        impatient.alone(sent, Mono::never).as(StepVerifier::create).verifyErrorSatisfies(refusal -> assertThat(
                        ((HttpRefusal) refusal).problem())
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemTypes.REQUEST_IN_FLIGHT))
                .satisfies(problem -> assertThat(problem.headers()).containsEntry("Retry-After", "5")));
        first.dispose();
    }

    @Test
    void another_body_is_refused_while_the_first_is_at_work() {
        Flights flights = new Flights(Duration.ofMinutes(1), Clock.systemUTC());
        Disposable first = flights.alone(sent("one"), Mono::never).subscribe();

        flights.alone(sent("other"), Mono::never).as(StepVerifier::create).verifyErrorSatisfies(refusal -> assertThat(
                        ((HttpRefusal) refusal).problem().type())
                .isEqualTo(ProblemTypes.IDEMPOTENCY_KEY_REUSED));
        first.dispose();
    }

    @Test
    void when_the_first_is_canceled_one_of_those_who_wait_does_the_work() {
        Flights flights = new Flights(Duration.ofMinutes(1), Clock.systemUTC());
        Sent sent = sent("one");
        Disposable first = flights.alone(sent, Mono::never).subscribe();
        IdempotencyRecord kept = IdempotencyRecord.ofSecret(sent, "key_1");

        StepVerifier.create(flights.alone(sent, () -> Mono.just(Told.again(kept))))
                .then(first::dispose)
                .assertNext(told -> assertThat(told.record()).isSameAs(kept))
                .verifyComplete();
    }

    private static Sent sent(String fingerprint) {
        return new Sent("cli_books", Optional.empty(), "key_1", fingerprint);
    }
}

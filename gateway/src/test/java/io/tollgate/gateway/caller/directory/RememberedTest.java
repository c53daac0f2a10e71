package io.tollgate.gateway.caller.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import io.tollgate.gateway.caller.Changes;
import io.tollgate.gateway.caller.User;
import io.tollgate.gateway.caller.Verified;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class RememberedTest {
    private static final User ANN = new User("usr_ann", Set.of(), 1, Optional.empty());
    private static final Duration ANY = Duration.ofMinutes(1);

    private final NothingChanges changes = new NothingChanges();
    private final Remembered<User> users = new Remembered<>(
            "password",
            new Fingerprints(),
            changes,
            new CallerProperties("", ANY.multipliedBy(9), ANY, 100, ANY, ANY, 1, 1, 1, ANY),
            new SimpleMeterRegistry());
    private final List<Sinks.One<User>> asked = new ArrayList<>();

    @Test
    void one_asks_for_all_who_wait() {
        StepVerifier first =
                StepVerifier.create(ann()).expectNext(ANN).expectComplete().verifyLater();
        StepVerifier second =
                StepVerifier.create(ann()).expectNext(ANN).expectComplete().verifyLater();

        asked.get(0).tryEmitValue(ANN);

        first.verify();
        second.verify();
        assertThat(asked).hasSize(1);
    }

    @Test
    void that_one_may_not_ask_from_where_it_is_says_nothing_of_another() {
        StepVerifier first = StepVerifier.create(ann())
                .expectError(CallerRefused.TooManySignIns.class)
                .verifyLater();
        StepVerifier second =
                StepVerifier.create(ann()).expectNext(ANN).expectComplete().verifyLater();

        asked.get(0).tryEmitError(new CallerRefused.TooManySignIns("sign-in:address", ANY));
        asked.get(1).tryEmitValue(ANN);

        first.verify();
        second.verify();
    }

    @Test
    void that_nobody_can_be_asked_is_told_to_all_who_wait() {
        StepVerifier first = StepVerifier.create(ann())
                .expectError(CallerRefused.DirectoryAway.class)
                .verifyLater();
        StepVerifier second = StepVerifier.create(ann())
                .expectError(CallerRefused.DirectoryAway.class)
                .verifyLater();

        asked.get(0).tryEmitError(new CallerRefused.DirectoryAway(ANY));

        first.verify();
        second.verify();
        assertThat(asked).hasSize(1);
    }

    @Test
    void who_comes_as_soon_as_one_was_told_asks_anew() {
        StepVerifier one = StepVerifier.create(ann().onErrorResume(refused -> ann()))
                .expectNext(ANN)
                .expectComplete()
                .verifyLater();

        asked.get(0).tryEmitError(new CallerRefused.DirectoryAway(ANY));
        asked.get(1).tryEmitValue(ANN);

        one.verify();
    }

    @Test
    void what_was_asked_for_before_the_changes_were_begun_to_be_heard_is_asked_for_again() {
        StepVerifier one =
                StepVerifier.create(ann()).expectNext(ANN).expectComplete().verifyLater();

        changes.beginnings++;
        asked.get(0).tryEmitValue(ANN);
        one.verify();
        StepVerifier.create(ann())
                .then(() -> asked.get(1).tryEmitValue(ANN))
                .expectNext(ANN)
                .verifyComplete();
        StepVerifier.create(ann()).expectNext(ANN).verifyComplete();

        assertThat(asked).hasSize(2);
    }

    private Mono<User> ann() {
        return Mono.defer(() -> users.recall("Basic ann", this::ask, CallerRefused.UnknownUser::new));
    }

    private Mono<User> ask() {
        Sinks.One<User> answer = Sinks.one();
        asked.add(answer);
        return answer.asMono();
    }

    private static final class NothingChanges implements Changes {
        private long beginnings;

        @Override
        public long beginnings() {
            return beginnings;
        }

        @Override
        public boolean isCurrent(Verified verified) {
            return true;
        }

        @Override
        public boolean isStale() {
            return false;
        }
    }
}

package io.tollgate.gateway.caller.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class FairQueueTest {
    private static final String FLOOD = "10.0.0.1";
    private static final String OTHER = "10.0.0.2";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> started = new ArrayList<>();
    private final FairQueue queue = queue(1, 4, 3, Duration.ofSeconds(30));

    @Test
    void so_many_run_at_once_and_the_others_wait() {
        Sinks.One<String> first = begin(FLOOD, "a1");
        begin(FLOOD, "a2");

        assertThat(started).containsExactly("a1");
        assertThat(waiting()).isEqualTo(1);
        first.tryEmitValue("done");
        assertThat(started).containsExactly("a1", "a2");
        assertThat(waiting()).isZero();
    }

    @Test
    void addresses_take_turns_however_many_wait_for_one_of_them() {
        Sinks.One<String> first = begin(FLOOD, "a1");
        Sinks.One<String> second = begin(FLOOD, "a2");
        begin(FLOOD, "a3");
        Sinks.One<String> other = begin(OTHER, "b1");

        first.tryEmitValue("done");
        second.tryEmitValue("done");
        other.tryEmitValue("done");

        assertThat(started).containsExactly("a1", "a2", "b1", "a3");
    }

    @Test
    void who_is_at_home_there_goes_before_strangers_and_has_places_of_its_own() {
        Sinks.One<String> first = begin(FLOOD, "a1");
        Sinks.One<String> second = begin(FLOOD, "a2");
        begin(FLOOD, "a3");
        begin(FLOOD, "a4");
        begin(OTHER, "b1");
        queue.inTurn("10.0.0.3", true, task("ann", Sinks.one())).subscribe();

        first.tryEmitValue("done");

        assertThat(started).containsExactly("a1", "ann");
        assertThat(second.currentSubscriberCount()).isZero();
    }

    @Test
    void one_address_leaves_a_place_to_others_however_long_what_it_began_takes() {
        FairQueue three = queue(3, 4, 3, Duration.ofSeconds(30));
        for (int i = 1; i <= 3; i++) {
            three.inTurn(FLOOD, false, task("a" + i, Sinks.one())).subscribe();
        }
        three.inTurn(OTHER, false, task("b1", Sinks.one())).subscribe();

        assertThat(started).containsExactly("a1", "a2", "b1");
    }

    @Test
    void one_address_cannot_fill_the_queue() {
        begin(FLOOD, "a1");
        begin(FLOOD, "a2");
        begin(FLOOD, "a3");
        begin(FLOOD, "a4");

        queue.inTurn(FLOOD, false, Mono.just("a5"))
                .as(StepVerifier::create)
                .verifyError(CallerRefused.DirectoryBusy.class);
        Sinks.One<String> other = begin(OTHER, "b1");
        assertThat(other.currentSubscriberCount()).isZero();
        assertThat(waiting()).isEqualTo(4);
        queue.inTurn("10.0.0.3", false, Mono.just("c1"))
                .as(StepVerifier::create)
                .verifyError(CallerRefused.DirectoryBusy.class);
    }

    @Test
    void who_goes_away_gives_the_place_to_the_next() {
        Sinks.One<String> first = begin(FLOOD, "a1");
        Disposable gone = queue.inTurn(FLOOD, false, task("a2", Sinks.one())).subscribe();
        begin(FLOOD, "a3");
        gone.dispose();

        assertThat(waiting()).isEqualTo(1);
        first.tryEmitValue("done");
        assertThat(started).containsExactly("a1", "a3");
    }

    @Test
    void who_goes_away_while_running_frees_the_place() {
        Disposable running = queue.inTurn(FLOOD, false, task("a1", Sinks.one())).subscribe();
        begin(FLOOD, "a2");

        running.dispose();

        assertThat(started).containsExactly("a1", "a2");
    }

    @Test
    void a_failure_frees_the_place_too() {
        Sinks.One<String> first = begin(FLOOD, "a1");
        begin(FLOOD, "a2");

        first.tryEmitError(new IllegalStateException("broken"));

        assertThat(started).containsExactly("a1", "a2");
    }

    @Test
    void nobody_waits_longer_than_is_said() {
        FairQueue impatient = queue(1, 4, 4, Duration.ofMillis(50));
        impatient.inTurn(FLOOD, false, Mono.never()).subscribe();

        impatient
                .inTurn(FLOOD, false, Mono.just("late"))
                .as(StepVerifier::create)
                .expectError(CallerRefused.DirectoryBusy.class)
                .verify(Duration.ofSeconds(30));
    }

    private Sinks.One<String> begin(String address, String name) {
        Sinks.One<String> end = Sinks.one();
        queue.inTurn(address, false, task(name, end)).onErrorComplete().subscribe();
        return end;
    }

    private Mono<String> task(String name, Sinks.One<String> end) {
        return Mono.defer(() -> {
            started.add(name);
            return end.asMono();
        });
    }

    private double waiting() {
        return meters.get("tollgate.gateway.passwords.waiting").gauge().value();
    }

    private FairQueue queue(int atOnce, int waiting, int perAddress, Duration wait) {
        Duration any = Duration.ofMinutes(1);
        return new FairQueue(
                new CallerProperties("", any.multipliedBy(9), any, 100, any, any, atOnce, waiting, perAddress, wait),
                meters);
    }
}

package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** One process relays at a time. */
class RelayLeaseTest extends DeliveryTest {
    @Autowired
    DatabaseClient client;

    @Autowired
    Leases leases;

    @Autowired
    OutboxStore store;

    @Test
    void only_one_process_relays_and_another_takes_over_when_it_falls_silent() {
        Leases other = new Leases(client, clock, "other", Duration.ofSeconds(15));

        Lease mine = leases.hold("outbox").block();
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        clock.advance(Duration.ofSeconds(4));
        assertThat(leases.hold("outbox").block().epoch()).isEqualTo(mine.epoch());
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        clock.advance(Duration.ofSeconds(16));

        assertThat(other.hold("outbox").block().epoch()).isEqualTo(mine.epoch() + 1);
        leases.hold("outbox").as(StepVerifier::create).verifyComplete();
    }

    @Test
    void a_process_that_ends_in_order_gives_its_lease_back() {
        Leases other = new Leases(client, clock, "other", Duration.ofSeconds(15));
        Lease mine = leases.hold("outbox").block();

        other.release("outbox").block();
        other.hold("outbox").as(StepVerifier::create).verifyComplete();
        leases.release("outbox").block();

        assertThat(other.hold("outbox").block().epoch()).isEqualTo(mine.epoch() + 1);
    }

    @Test
    void a_relay_that_lost_its_lease_marks_nothing() {
        say("ada");
        Lease stale = leases.hold("outbox").block();
        clock.advance(Duration.ofMinutes(1));
        new Leases(client, clock, "other", Duration.ofSeconds(15))
                .hold("outbox")
                .block();
        long position = store.next(1, Destinations.allBut(Set.of()), Set.of())
                .blockFirst()
                .position();

        assertThat(store.markSent(List.of(position), stale, clock.instant()).block())
                .isZero();
        assertThat(store.refuse(position, "too large", stale, clock.instant()).block())
                .isZero();
        assertThat(bank.count("outbox", "sent_at IS NULL AND refused_at IS NULL"))
                .isOne();
    }

    @Test
    void many_processes_that_ask_at_the_same_moment_get_one_lease() {
        java.util.List<Lease> taken = reactor.core.publisher.Flux.range(1, 20)
                .flatMap(i -> new Leases(client, clock, "process-" + i, Duration.ofSeconds(15)).hold("outbox"), 20)
                .collectList()
                .block();

        assertThat(taken).hasSize(1);
    }
}

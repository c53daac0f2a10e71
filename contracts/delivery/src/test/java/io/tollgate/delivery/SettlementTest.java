package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class SettlementTest extends DeliveryTest {
    private Settlement settlement;

    @BeforeEach
    void settle() {
        settlement = new Settlement(new ReceiverMeters(registry()), new ReceiverProgress(clock));
        settlement.start();
    }

    @Test
    void a_message_is_completed_after_the_commit() {
        FakeLock lock = new FakeLock(() -> bank.count("effect"));

        settlement.settle(lock, receiver, deposit("1", "ada"));

        assertThat(lock.said).containsExactly("complete with 1 effect");
    }

    @Test
    void a_lock_that_was_lost_harms_nothing() {
        settlement.settle(
                new FakeLock(() -> {
                    throw new IllegalStateException("lock lost");
                }),
                receiver,
                deposit("1", "ada"));
        FakeLock again = new FakeLock(() -> bank.count("effect"));
        settlement.settle(again, receiver, deposit("1", "ada"));

        assertThat(again.said).containsExactly("complete with 1 effect");
    }

    @Test
    void a_malformed_message_is_set_aside_with_its_reason() {
        FakeLock lock = new FakeLock(() -> 0);

        settlement.settle(lock, receiver, event("1", Deposit.TYPE, "ada", "{"));

        assertThat(lock.said).containsExactly("dead letter: malformed");
    }

    @Test
    void while_the_database_is_away_the_lock_is_held_and_the_message_handled_when_it_is_back() {
        deposits.fail(1, () -> new DataAccessResourceFailureException("away"));
        FakeLock lock = new FakeLock(() -> bank.count("effect"));

        settlement.settle(lock, receiver, deposit("1", "ada"));

        assertThat(lock.said).containsExactly("complete with 1 effect");
        assertThat(deposits.seen()).hasSize(2);
        assertThat(bank.count("parked_message")).isZero();
        assertThat(registry().counter("tollgate.inbox.held", "consumer", "bank").count())
                .isPositive();
    }

    @Test
    void a_process_that_stops_while_the_database_is_away_gives_its_message_back() throws Exception {
        deposits.fail(100, () -> new DataAccessResourceFailureException("away"));
        FakeLock lock = new FakeLock(() -> 0);
        CompletableFuture<Void> settling =
                CompletableFuture.runAsync(() -> settlement.settle(lock, receiver, deposit("1", "ada")));

        await().until(() -> !deposits.seen().isEmpty());
        settlement.stop();

        settling.get(30, TimeUnit.SECONDS);
        assertThat(lock.said).containsExactly("abandon");
    }

    private static final class FakeLock implements MessageLock {
        private final List<String> said = new ArrayList<>();
        private final java.util.function.LongSupplier effects;

        FakeLock(java.util.function.LongSupplier effects) {
            this.effects = effects;
        }

        @Override
        public String entity() {
            return "events-topic/subscriptions/bank";
        }

        @Override
        public void complete() {
            said.add("complete with " + effects.getAsLong() + " effect");
        }

        @Override
        public void deadLetter(String reason, String description) {
            said.add("dead letter: " + reason);
        }

        @Override
        public void abandon() {
            said.add("abandon");
        }
    }
}

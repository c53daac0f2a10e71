package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import reactor.core.publisher.Flux;

/** Every message comes again and again. */
class RedeliveryTest extends DeliveryTest {
    private static final int MESSAGES = 60;
    private static final int ACCOUNTS = 12;

    @Autowired
    OutboxStore store;

    @Autowired
    Inbox inbox;

    @Autowired
    Leases leases;

    @Test
    void each_message_one_to_five_times_in_any_order_with_failures_between_has_one_effect() {
        long seed = Long.getLong("redelivery.seed", System.nanoTime());
        Random random = new Random(seed);
        deposits.fail(10, () -> new IllegalStateException("the vault is closed"));
        deliver(shuffled(random));
        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            retryDue();
        }

        assertOneEffectEach("at first", seed);
        clock.advance(Duration.ofDays(1));
        purge();
        deliver(shuffled(random));
        assertOneEffectEach("after a day", seed);
    }

    @Test
    void a_message_is_refused_before_it_can_be_forgotten_that_it_was_handled() {
        receive(deposit("1", "ada"));
        clock.advance(Duration.ofDays(30));
        purge();
        assertThat(receive(aged(Duration.ofDays(30)))).isEqualTo(Outcome.DUPLICATE);

        clock.advance(Duration.ofSeconds(1));
        Message<byte[]> late = aged(Duration.ofDays(30).plusSeconds(1));
        Message<byte[]> replay = MessageBuilder.fromMessage(late)
                .setHeader(IncomingMessages.REPLAY, "true")
                .build();

        for (Message<byte[]> message : List.of(late, replay)) {
            assertThat(receive(message).deadLetter())
                    .hasValueSatisfying(letter -> assertThat(letter.reason()).isEqualTo("too-old"));
        }
        clock.advance(Duration.ofDays(14));
        purge();
        assertThat(bank.count("inbox")).as("remembered for 45 days").isOne();
        clock.advance(Duration.ofDays(2));
        purge();
        assertThat(bank.count("inbox")).isZero();
        assertThat(bank.count("effect")).isOne();
    }

    @Test
    void an_inbox_that_forgets_before_it_refuses_stops_the_start() {
        assertThatThrownBy(() -> new DeliveryProperties.InboxSettings(
                        Duration.ofSeconds(30), Duration.ofDays(29), Duration.ofDays(30), Duration.ofMinutes(1)))
                .hasMessageContaining("tollgate.delivery.inbox.oldest");
    }

    private List<Message<byte[]>> shuffled(Random random) {
        List<Message<byte[]>> deliveries = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Message<byte[]> message = deposit("message-" + i, "account-" + i % ACCOUNTS);
            deliveries.addAll(Collections.nCopies(1 + random.nextInt(5), message));
        }
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    private void deliver(List<Message<byte[]>> deliveries) {
        Flux.fromIterable(deliveries)
                .flatMap(message -> receiver.receive(message, "events-topic"), 4)
                .blockLast();
    }

    private void assertOneEffectEach(String when, long seed) {
        String told = when + ", seed " + seed;
        assertThat(bank.count("parked_message")).as(told).isZero();
        assertThat(bank.count("inbox")).as(told).isEqualTo(MESSAGES);
        IntStream.range(0, ACCOUNTS)
                .forEach(account -> assertThat(bank.count("effect", "account = 'account-" + account + "'"))
                        .as(told)
                        .isEqualTo(MESSAGES / ACCOUNTS));
    }

    private void purge() {
        new Purge(store, inbox, leases, clock, new Purge.Retention(Duration.ofHours(24), Duration.ofDays(45)))
                .round()
                .block();
    }

    private Message<byte[]> aged(Duration age) {
        return MessageBuilder.fromMessage(deposit("1", "ada"))
                .setHeader("cloudEvents_time", clock.instant().minus(age).toString())
                .build();
    }
}

package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.delivery.DeliveryAutoConfiguration.DeliveryMeters;
import io.tollgate.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.transaction.reactive.TransactionalOperator;

/** One bank for all tests of one process: its tables are emptied before each. */
@SpringBootTest(
        classes = DeliveryWorld.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=bank",
            "spring.config.import=classpath:tollgate-delivery.yml",
            "TOLLGATE_SERVICEBUS_CONNECTION_STRING=Endpoint=sb://localhost:1;SharedAccessKeyName=k;SharedAccessKey=s;",
            "tollgate.database.url=r2dbc:h2:mem:///delivery",
            "tollgate.delivery.outbox.batch-size=10",
            "tollgate.delivery.outbox.backlog-limit=5",
            "tollgate.delivery.inbox.handler-timeout=5s",
            "tollgate.delivery.parking.attempts=4",
            "tollgate.delivery.parking.jitter=0"
        })
abstract class DeliveryTest {
    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRelays relays;

    @Autowired
    Receiver receiver;

    @Autowired
    ParkingRetry retry;

    @Autowired
    FakeBroker broker;

    @Autowired
    Bank bank;

    @Autowired
    Deposits deposits;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DeliveryMeters meters;

    @BeforeEach
    void empty() {
        bank.clear();
        broker.reset();
        deposits.reset();
        // whatever lease a former test held is over
        clock.advance(java.time.Duration.ofHours(1));
        // and no destination fails any more
        relays.failing().round().block();
    }

    void say(String... accounts) {
        List<OutgoingMessage> messages = java.util.Arrays.stream(accounts)
                .map(account -> OutgoingMessage.fact(Deposit.TYPE, account, 1, new Deposit(account, 5)))
                .toList();
        outbox.add(messages).as(transaction::transactional).block();
    }

    /** What both relays do at one moment, one after the other. */
    void relay() {
        relays.healthy().round().block();
        relays.failing().round().block();
    }

    Outcome receive(Message<byte[]> message) {
        return receiver.receive(message, "events-topic").block();
    }

    void retryDue() {
        while (retry.round().block().isZero()) {
            assertThat(bank.count("parked_message")).isLessThan(1000);
        }
    }

    MeterRegistry registry() {
        return meters.registry();
    }

    Message<byte[]> deposit(String id, String account) {
        return event(id, Deposit.TYPE, account, "{\"account\":\"" + account + "\",\"amount\":5}");
    }

    Message<byte[]> event(String id, String type, String subject, String body) {
        return MessageBuilder.withPayload(body.getBytes(StandardCharsets.UTF_8))
                .setHeader("cloudEvents_id", id)
                .setHeader("cloudEvents_source", "/tollgate/teller")
                .setHeader("cloudEvents_type", type)
                .setHeader("cloudEvents_subject", subject)
                .setHeader("cloudEvents_time", clock.instant().toString())
                .setHeader("cloudEvents_specversion", "1.0")
                .build();
    }
}

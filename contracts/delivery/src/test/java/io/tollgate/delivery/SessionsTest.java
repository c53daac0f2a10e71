package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.test.StepVerifier;

/** A session-enabled queue through the real binder, SDK and protocol. */
@SpringBootTest(
        classes = SessionsTest.Vault.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=vault",
            "spring.config.import=classpath:tollgate-delivery.yml",
            "spring.cloud.function.definition=vault",
            "spring.cloud.stream.bindings.vault-in-0.destination=vault-queue",
            "spring.cloud.stream.servicebus.bindings.vault-in-0.consumer.session-enabled=true",
            "spring.cloud.stream.servicebus.bindings.vault-in-0.consumer.max-concurrent-sessions=16",
            "spring.cloud.stream.servicebus.bindings.vault-in-0.consumer.max-concurrent-calls=1",
            "spring.cloud.stream.bindings.vault-queue-out.destination=vault-queue",
            "spring.cloud.stream.servicebus.bindings.vault-queue-out.producer.entity-type=queue",
            // only what follows a commit makes the relay look
            "tollgate.delivery.outbox.poll-interval=10m",
            "tollgate.database.url=r2dbc:h2:mem:///vault"
        })
class SessionsTest {
    private static final int SESSIONS = 16;
    private static final int EACH = 5;
    // Each holds a connection of the pool of ten.
    private static final int AT_ONCE = 8;
    private static final TestBus BUS = TestBus.start();

    @DynamicPropertySource
    static void bus(DynamicPropertyRegistry properties) {
        properties.add("TOLLGATE_SERVICEBUS_CONNECTION_STRING", BUS::connectionString);
    }

    @AfterAll
    static void stop() {
        BUS.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Vault {
        @Bean
        VaultDoors doors() {
            return new VaultDoors(AT_ONCE);
        }

        @Bean
        Consumer<Message<byte[]>> vault(Receivers receivers, VaultDoors doors) {
            return receivers.receiver("vault", List.of(doors));
        }
    }

    @Autowired
    Outbox outbox;

    @Autowired
    VaultDoors doors;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void what_is_committed_is_sent_at_once_and_sessions_are_handled_side_by_side_each_in_its_order() {
        outbox.add(IntStream.range(0, SESSIONS * EACH)
                        .mapToObj(i -> opening("door-" + i % SESSIONS, i / SESSIONS))
                        .toList())
                .as(transaction::transactional)
                .block();

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        doors.opened().values().stream().mapToInt(List::size).sum() == SESSIONS * EACH);

        assertThat(doors.opened()).hasSize(SESSIONS).allSatisfy((door, turns) -> assertThat(turns)
                .containsExactly(0, 1, 2, 3, 4));
        assertThat(doors.openedTwiceAtOnce()).isEmpty();
    }

    @Test
    void the_watchdog_can_look_at_an_entity_with_sessions() {
        new WaitingMessages(BUS.connectionString())
                .oldest(new ListenedEntity("vault-queue", Optional.empty()), Instant.EPOCH)
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private static OutgoingMessage opening(String door, int turn) {
        return OutgoingMessage.command("vault-queue", VaultDoors.TYPE, door, new VaultDoors.Opening(door, turn))
                .inSession(door);
    }
}

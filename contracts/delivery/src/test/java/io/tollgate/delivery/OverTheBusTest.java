package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.tollgate.testing.RecordedSpans;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.test.StepVerifier;

/** The whole way through the real binder, SDK and protocol. */
@AutoConfigureObservability
@SpringBootTest(
        classes = BankOverTheBus.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=bank",
            "spring.config.import=classpath:tollgate-delivery.yml",
            "spring.cloud.function.definition=events",
            "spring.cloud.stream.bindings.events-in-0.destination=events-topic",
            "spring.cloud.stream.bindings.events-in-0.group=bank",
            "spring.reactor.context-propagation=auto",
            "management.tracing.sampling.probability=1",
            "tollgate.database.url=r2dbc:h2:mem:///overthebus",
            "spring.cloud.stream.servicebus.bindings.nowhere-queue-out.producer.entity-type=queue",
            "tollgate.delivery.outbox.max-message-size=10MB",
            "tollgate.delivery.parking.first-pause=300ms",
            "tollgate.delivery.parking.max-pause=300ms",
            "tollgate.delivery.parking.attempts=3"
        })
@ExtendWith(OutputCaptureExtension.class)
class OverTheBusTest {
    private static final TestBus BUS = TestBus.start();
    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void bus(DynamicPropertyRegistry properties) {
        properties.add("TOLLGATE_SERVICEBUS_CONNECTION_STRING", BUS::connectionString);
    }

    @AfterAll
    static void stop() {
        BUS.close();
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Bank bank;

    @Autowired
    Deposits deposits;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    ObservationRegistry registry;

    @Autowired
    RecordedSpans spans;

    @BeforeEach
    void recover() {
        deposits.reset();
    }

    @Test
    void a_fact_is_written_as_cloud_events_say_and_carries_its_trace() {
        String trace = say("wire");

        ServiceBusReceivedMessage message = audited("wire");
        // or it would meet the failures of the next test
        effect("wire");

        assertThat(message.getSubject()).isEqualTo(Deposit.TYPE);
        assertThat(message.getContentType()).isEqualTo("application/json");
        assertThat(message.getPartitionKey()).isEqualTo("wire");
        assertThat(message.getBody()).hasToString("{\"account\":\"wire\",\"amount\":5}");
        Map<String, Object> properties = message.getApplicationProperties();
        assertThat(properties)
                .containsEntry("cloudEvents_id", message.getMessageId())
                .containsEntry("cloudEvents_source", "/tollgate/bank")
                .containsEntry("cloudEvents_type", Deposit.TYPE)
                .containsEntry("cloudEvents_subject", "wire")
                .containsEntry("cloudEvents_specversion", "1.0")
                .containsEntry("cloudEvents_aggregateversion", "1")
                .containsKey("cloudEvents_time");
        assertThat(properties.get("traceparent")).asString().contains(trace);
        assertThat(properties).containsEntry("Diagnostic-Id", properties.get("traceparent"));
        assertThat(properties.keySet())
                .allMatch(name -> name.startsWith("cloudEvents_")
                        || List.of("traceparent", "tracestate", "Diagnostic-Id", "timestamp", "azure_partition_key")
                                .contains(name));
    }

    @Test
    void one_trace_leads_from_the_writer_over_the_bus_to_the_effect() {
        String trace = say("traced");
        effect("traced");

        // the sender may hear that the bus has it after the receiver has done with it
        await().atMost(SOON)
                .until(() -> spans.of(trace).stream().anyMatch(kind(SpanKind.CONSUMER))
                        && spans.of(trace).stream().anyMatch(kind(SpanKind.PRODUCER)));
        SpanData writer = span(trace, span -> span.getName().equals("transfer"));
        SpanData producer = span(trace, kind(SpanKind.PRODUCER));
        SpanData consumer = span(trace, kind(SpanKind.CONSUMER));
        assertThat(producer.getName()).isEqualTo("publish " + Deposit.TYPE);
        assertThat(producer.getParentSpanId()).isEqualTo(writer.getSpanId());
        assertThat(consumer.getName()).isEqualTo("process " + Deposit.TYPE);
        assertThat(consumer.getParentSpanId()).isEqualTo(producer.getSpanId());
        assertThat(spans.of(trace))
                .filteredOn(span -> span.getParentSpanId().equals(consumer.getSpanId()))
                .as("inbox, effect")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(spans.of(trace))
                .as("nothing else takes part")
                .filteredOn(kind(SpanKind.CLIENT).negate())
                .containsExactlyInAnyOrder(writer, producer, consumer);
        assertThat(spans.all()).noneMatch(span -> span.getName().equals("events process"));
    }

    @Test
    void looking_at_an_entity_where_nothing_waits_is_not_worth_a_line(CapturedOutput output) {
        WaitingMessages waiting = new WaitingMessages(BUS.connectionString());
        ListenedEntity bank = new ListenedEntity("events-topic", Optional.of("bank"));

        waiting.oldest(bank, Instant.EPOCH).as(StepVerifier::create).verifyComplete();

        assertThat(output).doesNotContain("ServiceBusMessageSerializer");
    }

    @Test
    void a_message_that_failed_is_tried_again_from_the_database_in_the_same_trace() {
        deposits.fail(1, () -> new IllegalStateException("the vault is closed"));
        String trace = say("again");

        effect("again");

        await().atMost(SOON)
                .until(() ->
                        spans.of(trace).stream().filter(kind(SpanKind.CONSUMER)).count() == 2);
        assertThat(deposits.seen()).extracting(ReceivedMessage::attempt).containsExactly(1, 2);
    }

    @Test
    void a_message_that_always_fails_ends_in_the_dead_letter_queue_with_all_there_is_to_know() {
        deposits.fail(1000, () -> new IllegalStateException("the vault is closed"));
        String trace = say("lost");

        ServiceBusReceivedMessage letter = BUS.deadLetter().orElseThrow();

        assertThat(letter.getSubject()).isEqualTo(Deposit.TYPE);
        assertThat(letter.getApplicationProperties())
                .containsEntry("DeadLetterReason", "attempts-exhausted")
                .containsEntry("DeadLetterErrorDescription", "the vault is closed")
                .containsEntry("tollgate_attempts", "3")
                .containsEntry("tollgate_consumer", "bank")
                .containsEntry("tollgate_trace_id", trace)
                .containsEntry("cloudEvents_subject", "lost");
        assertThat(bank.count("effect", "account = 'lost'")).isZero();
    }

    @Test
    void a_dead_letter_and_its_replay_stay_in_the_trace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Map<String, String> properties = new HashMap<>(event("replayed", Deposit.TYPE));
        properties.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
        properties.put("tracestate", "bank=1");
        deposits.fail(1000, () -> new IllegalStateException("the vault is closed"));
        BUS.send(Deposit.TYPE, "{\"account\":\"replayed\",\"amount\":5}", properties);

        ServiceBusReceivedMessage letter = BUS.deadLetter().orElseThrow();
        deposits.recover();
        Map<String, String> again = new HashMap<>(Map.of("tollgate_replay", "true"));
        letter.getApplicationProperties().forEach((name, value) -> again.put(name, value.toString()));
        BUS.send(Deposit.TYPE, letter.getBody().toString(), again);
        effect("replayed");

        assertThat(again).containsEntry("tracestate", "bank=1").containsKey("tollgate_next_action");
        assertThat(again.get("traceparent")).contains(trace);
        await().atMost(SOON)
                .until(() ->
                        spans.of(trace).stream().filter(kind(SpanKind.CONSUMER)).count() == 4);
    }

    @Test
    void malformed_and_unknown_versions_are_set_aside_with_a_reason_and_the_consumer_lives_on() {
        BUS.send(Deposit.TYPE, "{", Map.of());
        assertThat(BUS.setAside().orElseThrow().getDeadLetterReason()).isEqualTo("malformed");

        BUS.send("bank.money-deposited.v2", "{}", event("v2", "bank.money-deposited.v2"));
        assertThat(BUS.setAside().orElseThrow().getDeadLetterReason()).isEqualTo("unknown-version");

        say("after");
        effect("after");
    }

    @Test
    void what_the_broker_delivers_twice_is_done_once() {
        for (int i = 0; i < 5; i++) {
            BUS.send(Deposit.TYPE, "{\"account\":\"twice\",\"amount\":5}", event("the-same", Deposit.TYPE));
        }
        BUS.send(Deposit.TYPE, "{\"account\":\"last\",\"amount\":5}", event("another", Deposit.TYPE));

        effect("last");
        effect("twice");
        assertThat(bank.count("inbox", "message_id = 'the-same'")).isOne();
    }

    @Test
    void what_the_broker_finds_too_large_waits_for_a_human_and_a_missing_entity_for_its_making() {
        String large = "x".repeat(2_000_000);
        outbox.add(List.of(
                        OutgoingMessage.fact(Deposit.TYPE, "large", 1, new Deposit(large, 5)),
                        OutgoingMessage.command("nowhere-queue", Deposit.TYPE, "nowhere", new Deposit("nowhere", 5))))
                .as(transaction::transactional)
                .block();
        say("meanwhile");

        effect("meanwhile");
        await().atMost(SOON).until(() -> bank.count("outbox", "subject = 'large' AND refused_at IS NOT NULL") == 1);
        assertThat(bank.count("outbox", "subject = 'nowhere' AND sent_at IS NULL AND refused_at IS NULL"))
                .isOne();
    }

    private String say(String account) {
        Observation observation = Observation.start("transfer", registry);
        outbox.add(List.of(OutgoingMessage.fact(Deposit.TYPE, account, 1, new Deposit(account, 5))))
                .as(transaction::transactional)
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, observation))
                .block();
        observation.stop();
        return spans.all().stream()
                .filter(span -> span.getName().equals("transfer"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .getTraceId();
    }

    private void effect(String account) {
        await().atMost(SOON).until(() -> bank.count("effect", "account = '" + account + "'") == 1);
    }

    private static ServiceBusReceivedMessage audited(String subject) {
        while (true) {
            ServiceBusReceivedMessage message = BUS.audited().orElseThrow();
            if (subject.equals(message.getApplicationProperties().get("cloudEvents_subject"))) {
                return message;
            }
        }
    }

    private SpanData span(String trace, Predicate<SpanData> which) {
        return spans.of(trace).stream().filter(which).findFirst().orElseThrow();
    }

    private static Predicate<SpanData> kind(SpanKind kind) {
        return span -> span.getKind() == kind;
    }

    static Map<String, String> event(String id, String type) {
        return Map.of(
                "cloudEvents_id",
                id,
                "cloudEvents_source",
                "/tollgate/teller",
                "cloudEvents_type",
                type,
                "cloudEvents_subject",
                id,
                "cloudEvents_time",
                Instant.now().toString(),
                "cloudEvents_specversion",
                "1.0");
    }
}

package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.RecordedSpans;
import io.tollgate.testing.ServiceBus;
import io.tollgate.testing.TopicProbe;
import io.tollgate.values.Ids;
import io.tollgate.workers.email.EmailProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;

/** Both functions on the embedded bus and a real mail sink. */
@ServiceBus
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tollgate.email.sweep=200ms",
            "TOLLGATE_WORKERS_DB_URL=r2dbc:h2:mem:///workers"
        })
@AutoConfigureObservability(metrics = false)
@Import(RecordedSpans.class)
class WorkersIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1500);
    private static final String THE_SENDER_DIED =
            """
            UPDATE mail_intent SET state = 'PENDING', claim = 'dead', next_attempt_at = changed_at
            WHERE notification_id = :key
            """;
    private static SandboxServer sandbox;
    private static TopicProbe bus;

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private String order;
    private String mira;

    @DynamicPropertySource
    static void mailCompany(DynamicPropertyRegistry registry) throws IOException {
        sandbox = SandboxServer.start("127.0.0.1", 0, Files.createTempDirectory("sandbox"));
        registry.add("TOLLGATE_MAIL_URL", sandbox::url);
    }

    @BeforeAll
    static void others_are_there() {
        bus = TopicProbe.on("events-topic");
    }

    @AfterAll
    static void others_are_away() {
        bus.close();
        sandbox.close();
    }

    @BeforeEach
    void a_user_and_her_order() {
        order = ids.next("ord");
        mira = ids.next("usr");
    }

    @Test
    void a_confirmed_order_is_mailed_once_however_often_it_is_told() {
        String message = bus.publish("orders.order-confirmed.v1", order, confirmed());
        bus.publish(message, "orders.order-confirmed.v1", order, confirmed());
        bus.publish("orders.order-confirmed.v1", order, confirmed());

        assertThat(mails(1)).extracting(mail -> mail.path("template").asText()).containsExactly("order-confirmed");
    }

    @Test
    void a_canceled_order_is_mailed_with_its_reason() {
        bus.publish("orders.order-canceled.v1", order, canceled());

        JsonNode mail = mails(1).get(0);
        assertThat(mail.path("orderId").asText()).isEqualTo(order);
        assertThat(mail.path("reason").asText()).isEqualTo("payment-declined");
        assertThat(mail.path("idempotencyKey").asText()).startsWith("ntf_");
    }

    @Test
    void a_payment_that_comes_before_its_order_is_mailed_when_the_user_is_known() {
        bus.publish("payments.payment-voided.v1", ids.next("pay"), "{\"orderId\":\"" + order + "\"}");
        awaitStory();
        assertThat(mails()).isEmpty();

        bus.publish("orders.order-canceled.v1", order, canceled());

        assertThat(mails(2))
                .extracting(mail -> mail.path("template").asText())
                .containsExactlyInAnyOrder("payment-voided", "order-canceled");
    }

    @Test
    void a_malformed_fact_is_dead_lettered_and_the_next_one_is_mailed() {
        bus.publish("orders.order-confirmed.v1", order, "{\"orderId\":\"" + order + "\"}");
        assertThat(bus.deadLetters("notifications", 1, SOON).get(0).getDeadLetterReason())
                .isEqualTo("malformed");

        bus.publish("orders.order-confirmed.v1", order, confirmed());
        assertThat(mails(1)).hasSize(1);
    }

    @Test
    void a_mail_whose_sender_died_is_sent_by_the_next_sweep_under_the_same_key() {
        bus.publish("orders.order-confirmed.v1", order, confirmed());
        String key = mails(1).get(0).path("idempotencyKey").asText();
        awaitState(key, "SENT");

        database.sql(THE_SENDER_DIED).bind("key", key).then().block();

        awaitState(key, "SENT");
        assertThat(mails()).hasSize(1);
    }

    @Test
    void the_mail_belongs_to_the_trace_of_the_order(@Autowired RecordedSpans spans) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        bus.publishTraced("00-" + trace + "-00f067aa0ba902b7-01", "orders.order-confirmed.v1", order, confirmed());

        mails(1);

        await().atMost(SOON).untilAsserted(() -> assertThat(spans.namesOf(trace))
                .contains(
                        "process orders.order-confirmed.v1",
                        "publish workers.send-notification.v1",
                        "process workers.send-notification.v1",
                        "mail order-confirmed",
                        "http post"));
    }

    @Test
    void all_tries_of_one_call_fit_into_the_lease(
            @Autowired RetryRegistry retries,
            @Autowired TimeLimiterRegistry timeLimiters,
            @Autowired EmailProperties properties) {
        int attempts = retries.retry("mail").getRetryConfig().getMaxAttempts();
        Duration oneTry =
                timeLimiters.timeLimiter("mail").getTimeLimiterConfig().getTimeoutDuration();
        Duration pauses = Duration.ofSeconds(2);

        assertThat(attempts).isEqualTo(3);
        assertThat(oneTry).isEqualTo(Duration.ofSeconds(2));
        assertThat(oneTry.multipliedBy(attempts).plus(pauses)).isLessThan(properties.lease());
    }

    private List<JsonNode> mails(int count) {
        await().atMost(SOON).until(() -> mails().size() >= count);
        await().pollDelay(A_WHILE).until(() -> true);
        return mails();
    }

    private List<JsonNode> mails() {
        JsonNode items = WebClient.create(sandbox.url())
                .get()
                .uri("/mail/v1/messages?to={user}", mira)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private void awaitStory() {
        await().atMost(SOON).until(() -> count("SELECT version FROM order_story WHERE order_id = :key", order));
    }

    private void awaitState(String key, String state) {
        await().atMost(SOON)
                .until(() -> count(
                        "SELECT state FROM mail_intent WHERE notification_id = :key AND state = '" + state + "'", key));
    }

    private boolean count(String sql, String key) {
        return Boolean.TRUE.equals(
                database.sql(sql).bind("key", key).fetch().first().hasElement().block());
    }

    private String confirmed() {
        return "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":2}".formatted(order, mira);
    }

    private String canceled() {
        return "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":2,\"reason\":\"payment-declined\"}"
                .formatted(order, mira);
    }
}

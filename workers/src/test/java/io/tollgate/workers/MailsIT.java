package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.sandbox.SandboxOptions;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.RecordedSpans;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.TopicProbe;
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

/** Facts become wishes to tell somebody; commands become mails on a real mail server. */
@ServiceBus
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "TOLLGATE_WORKERS_FUNCTIONS=notifications;email",
            "TOLLGATE_SMTP_SECURITY=none",
            // what is not woken for is late by this much
            "tollgate.email.sweep=60s",
            "TOLLGATE_WORKERS_DB_URL=r2dbc:h2:mem:///workers-mails"
        })
@AutoConfigureObservability(metrics = false)
@Import(RecordedSpans.class)
class MailsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1500);

    private static SandboxServer sandbox;
    private static TopicProbe facts;
    private static TopicProbe notifications;

    @Autowired
    private Ids ids;

    @Autowired
    private DatabaseClient database;

    private String order;
    private String mira;
    private String address;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.local(Files.createTempDirectory("sandbox")));
        registry.add("TOLLGATE_SMTP_HOST", () -> "127.0.0.1");
        registry.add("TOLLGATE_SMTP_PORT", sandbox::smtpPort);
    }

    @BeforeAll
    static void others_are_there() {
        facts = TopicProbe.on("events-topic");
        notifications = TopicProbe.on("notifications-topic");
    }

    @AfterAll
    static void others_are_away() {
        facts.close();
        notifications.close();
        sandbox.close();
    }

    @BeforeEach
    void a_user_and_her_order() {
        order = ids.next("ord");
        mira = ids.next("usr");
        address = mira + "@customers.example";
    }

    @Test
    void news_of_an_order_is_wanted_once_however_often_it_is_told() {
        String message = facts.publish("orders.order-confirmed.v1", order, confirmed());
        facts.publish(message, "orders.order-confirmed.v1", order, confirmed());
        facts.publish("orders.order-confirmed.v1", order, confirmed());

        assertThat(wanted(1)).containsExactly("ORDER_CONFIRMED");
    }

    @Test
    void a_payment_that_comes_before_its_order_is_told_when_the_user_is_known() {
        String voided = "{\"orderId\":\"%s\",\"amount\":{\"amount\":100,\"currency\":\"EUR\"}}".formatted(order);
        facts.publish("payments.payment-voided.v1", ids.next("pay"), voided);
        awaitRows("SELECT order_id FROM order_story WHERE order_id = :key", order);
        assertThat(outbox()).isZero();

        facts.publish("orders.order-canceled.v1", order, canceled());

        await().atMost(SOON).until(() -> outbox() == 2);
    }

    @Test
    void a_malformed_fact_is_dead_lettered_and_the_next_one_is_told() {
        facts.publish("orders.order-confirmed.v1", order, "{\"orderId\":\"" + order + "\"}");
        assertThat(facts.deadLetters("notifications", 1, SOON).get(0).getDeadLetterReason())
                .isEqualTo("malformed");

        facts.publish("orders.order-confirmed.v1", order, confirmed());

        assertThat(wanted(1)).hasSize(1);
    }

    @Test
    void a_command_is_mailed_once_however_often_it_is_told_and_nobody_waits_for_the_sweep() {
        String id = ids.next("ntf");
        String message = notifications.publish("users.send-notification.v1", id, command(id, address));
        notifications.publish(message, "users.send-notification.v1", id, command(id, address));
        notifications.publish("users.send-notification.v1", id, command(id, address));

        assertThat(mails(1)).singleElement().satisfies(mail -> {
            assertThat(mail.path("messageId").asText()).startsWith("<" + id + "@");
            assertThat(mail.path("text").asText()).contains("payment-declined", order);
        });
        awaitRows("SELECT state FROM mail_intent WHERE notification_id = :key AND address IS NULL", id);
    }

    @Test
    void the_mail_belongs_to_the_trace_of_the_order_and_the_trace_knows_no_address(@Autowired RecordedSpans spans) {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String id = ids.next("ntf");
        notifications.publishTraced(
                "00-" + trace + "-00f067aa0ba902b7-01", "users.send-notification.v1", id, command(id, address));
        mails(1);

        await().atMost(SOON).untilAsserted(() -> assertThat(spans.namesOf(trace))
                .contains("process users.send-notification.v1", "mail order-canceled"));
        assertThat(spans.all().toString()).doesNotContain(address);
    }

    @Test
    void all_tries_of_one_mail_fit_into_the_lease(
            @Autowired RetryRegistry retries,
            @Autowired TimeLimiterRegistry timeLimiters,
            @Autowired EmailProperties properties) {
        int attempts = retries.retry("mail").getRetryConfig().getMaxAttempts();
        Duration oneTry =
                timeLimiters.timeLimiter("mail").getTimeLimiterConfig().getTimeoutDuration();
        Duration pauses = Duration.ofSeconds(2);

        assertThat(attempts).isEqualTo(2);
        assertThat(oneTry).isEqualTo(Duration.ofSeconds(15));
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
                .uri("/mail/v1/messages?to={address}", address)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private List<String> wanted(int count) {
        await().atMost(SOON).until(() -> outbox() >= count);
        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(outbox()).isEqualTo(count);
        return database.sql("SELECT template FROM notification WHERE order_id = :order")
                .bind("order", order)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    private long outbox() {
        return database.sql("SELECT COUNT(*) FROM outbox WHERE body LIKE :order AND type = :type")
                .bind("order", "%" + order + "%")
                .bind("type", "workers.notification-wanted.v1")
                .mapValue(Long.class)
                .one()
                .block();
    }

    private void awaitRows(String sql, String key) {
        await().atMost(SOON)
                .until(() -> Boolean.TRUE.equals(database.sql(sql)
                        .bind("key", key)
                        .fetch()
                        .first()
                        .hasElement()
                        .block()));
    }

    private String command(String id, String to) {
        return """
                {"notificationId":"%s","userId":"%s","to":"%s","name":"Mira","template":"order-canceled",
                 "parameters":{"orderId":"%s","reason":"payment-declined"},"createdAt":"%s"}"""
                .formatted(id, mira, to, order, java.time.Instant.now());
    }

    private String confirmed() {
        return "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":2}".formatted(order, mira);
    }

    private String canceled() {
        return "{\"orderId\":\"%s\",\"userId\":\"%s\",\"version\":2,\"reason\":\"payment-declined\"}"
                .formatted(order, mira);
    }
}

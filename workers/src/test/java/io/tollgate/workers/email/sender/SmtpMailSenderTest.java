package io.tollgate.workers.email.sender;

import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.PROPERTIES;
import static io.tollgate.workers.email.EmailFixtures.claimed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.sandbox.SandboxOptions;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.values.InvalidVariable;
import io.tollgate.workers.email.Letter;
import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailServerAway;
import io.tollgate.workers.email.Recipient;
import io.tollgate.workers.email.sender.SmtpProperties.Security;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class SmtpMailSenderTest {
    private static final int CALLS_TO_OPEN = 4;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path data;

    private SandboxServer sandbox;

    @BeforeEach
    void a_mail_server() throws IOException {
        sandbox = SandboxServer.start(SandboxOptions.local(data));
    }

    @AfterEach
    void closed() {
        sandbox.close();
    }

    @Test
    void a_mail_arrives_under_the_id_of_its_notification() {
        expect(to("jo@customers.example", "Jo"), new MailAnswer.Accepted());

        JsonNode mail = received("jo@customers.example").get(0);
        assertThat(mail.path("messageId").asText()).isEqualTo("<ntf_01kqsdr2spfdgv7mksj8emf2vk@tollgate.example>");
        assertThat(mail.path("from").asText()).isEqualTo("no-reply@tollgate.example");
        assertThat(mail.path("subject").asText()).isEqualTo("Grüße, €5 for ord_1");
        assertThat(mail.path("text").asText()).startsWith("Zażółć gęślą jaźń");
        assertCounted("accepted", 1);
    }

    @Test
    void what_somebody_typed_as_his_name_becomes_no_header_and_no_recipient() throws IOException {
        expect(to("jo@customers.example", "Jo\r\nBcc: eve@evil.example\r\n\r\nBuy"), new MailAnswer.Accepted());
        expect(
                new Letter(new Recipient("jo@customers.example", "Jo"), "One\r\nBcc: eve@evil.example", "two"),
                new MailAnswer.Accepted());

        assertThat(received("eve@evil.example")).isEmpty();
        assertThat(received("jo@customers.example")).hasSize(2);
        assertThat(java.nio.file.Files.readString(data.resolve("mails.ndjson")))
                .doesNotContain("\\r\\nBcc", "\\r\\n Bcc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo@customers.example\r\nRCPT TO:<eve@evil.example>",
                "jo@customers.example, eve@evil.example",
                "jo",
                "",
                "jo@customers.example>\r\nDATA"
            })
    void an_address_that_is_none_is_refused_without_asking(String address) {
        expect(to(address, "Jo"), new MailAnswer.Refused("address-invalid"));
    }

    @Test
    void a_recipient_that_is_refused_is_refused_for_good(CapturedOutput output) {
        expect(to("jo@refused.example", "Jo"), new MailAnswer.Refused("smtp-550"));

        assertCounted("refused", 1);
        assertThat(output).contains("smtp-550").doesNotContain("jo@refused.example");
    }

    @Test
    void a_recipient_wanted_later_is_an_answer_and_no_failure() {
        for (int i = 0; i < CALLS_TO_OPEN + 1; i++) {
            expect(to("jo@later.example", "Jo"), new MailAnswer.Later("smtp-450"));
        }

        assertCounted("later", CALLS_TO_OPEN + 1);
    }

    @Test
    void a_lost_answer_leaves_the_mail_in_doubt_and_its_repetition_is_recognizable(CapturedOutput output) {
        expectAway(sender(sandbox.smtpPort(), Duration.ofSeconds(10)), "jo@lost.example");
        assertThat(received("jo@lost.example")).hasSize(1);

        expect(to("jo@lost.example", "Jo"), new MailAnswer.Accepted());

        assertThat(received("jo@lost.example").findValuesAsText("messageId"))
                .hasSize(2)
                .containsOnly("<ntf_01kqsdr2spfdgv7mksj8emf2vk@tollgate.example>");
        assertThat(output).doesNotContain("jo@lost.example");
    }

    @Test
    void a_server_that_never_answers_or_is_not_there_is_away() {
        expectAway(sender(sandbox.smtpPort(), Duration.ofMillis(500)), "jo@hanging.example");
        expectAway(sender(1, Duration.ofSeconds(10)), "jo@customers.example");

        assertCounted("away", 2);
    }

    @Test
    void a_server_without_the_security_that_is_demanded_gets_no_mail() {
        SmtpProperties secure = smtp(sandbox.smtpPort(), Security.STARTTLS);

        expectAway(sender(secure, Duration.ofSeconds(10)), "jo@customers.example");

        assertThat(received("jo@customers.example")).isEmpty();
    }

    @Test
    void time_outs_open_the_circuit_and_an_open_circuit_asks_nobody() {
        SmtpMailSender impatient = sender(sandbox.smtpPort(), Duration.ofMillis(300));
        for (int i = 0; i < CALLS_TO_OPEN; i++) {
            expectAway(impatient, "jo@hanging.example");
        }
        expectAway(impatient, "mira@customers.example");

        assertThat(received("mira@customers.example")).isEmpty();
    }

    @Test
    void a_start_without_a_server_names_the_variable() {
        assertThatThrownBy(() -> new SmtpProperties(
                        "",
                        25,
                        Security.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        "a@b.example",
                        Duration.ZERO,
                        Duration.ZERO))
                .isInstanceOf(InvalidVariable.class)
                .hasMessageContaining("TOLLGATE_SMTP_HOST");
    }

    private void expect(Letter letter, MailAnswer answer) {
        sender(sandbox.smtpPort(), Duration.ofSeconds(10))
                .send(claimed(letter))
                .as(StepVerifier::create)
                .expectNext(answer)
                .verifyComplete();
    }

    private static void expectAway(SmtpMailSender sender, String address) {
        sender.send(claimed(to(address, "Jo"))).as(StepVerifier::create).verifyErrorSatisfies(away -> {
            assertThat(away).isInstanceOf(MailServerAway.class).hasNoCause();
            assertThat(away.getMessage()).doesNotContain(address);
        });
    }

    private static Letter to(String address, String name) {
        return new Letter(new Recipient(address, name), "Grüße, €5 for ord_1", "Zażółć gęślą jaźń\n");
    }

    private JsonNode received(String to) {
        return WebClient.create(sandbox.url())
                .get()
                .uri("/mail/v1/messages?to={to}", to)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
    }

    private void assertCounted(String outcome, int times) {
        assertThat(meters.counter("tollgate.mails", "outcome", outcome).count()).isEqualTo(times);
    }

    private SmtpMailSender sender(int port, Duration patience) {
        return sender(smtp(port, Security.NONE), patience);
    }

    private static SmtpProperties smtp(int port, Security security) {
        return new SmtpProperties(
                "127.0.0.1",
                port,
                security,
                Optional.empty(),
                Optional.empty(),
                "no-reply@tollgate.example",
                Duration.ofSeconds(3),
                Duration.ofSeconds(5));
    }

    private SmtpMailSender sender(SmtpProperties smtp, Duration patience) {
        MailGuards guards = new MailGuards(
                TimeLimiterRegistry.of(
                        TimeLimiterConfig.custom().timeoutDuration(patience).build()),
                CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_TO_OPEN)
                        .minimumNumberOfCalls(CALLS_TO_OPEN)
                        .build()),
                RetryRegistry.of(RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(10))
                        .retryExceptions(MailServerAway.Unreachable.class)
                        .build()));
        SmtpServer server = new SmtpServer(smtp, Clock.fixed(NOON, ZoneOffset.UTC));
        return new SmtpMailSender(server, guards, new MailMeters(meters), ResumableTraces.none(), PROPERTIES);
    }
}

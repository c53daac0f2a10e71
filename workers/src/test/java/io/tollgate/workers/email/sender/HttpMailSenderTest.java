package io.tollgate.workers.email.sender;

import static io.tollgate.workers.email.EmailFixtures.aClaimedMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.values.InvalidVariable;
import io.tollgate.workers.email.EmailProperties;
import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailCompanyAway;
import io.tollgate.workers.email.MailSender;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.test.StepVerifier;

class HttpMailSenderTest {
    private static final int CALLS_TO_OPEN = 4;

    private final MailCompany company = new MailCompany();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpMailSender sender = sender(company.url(), Duration.ofSeconds(10));
    private final HttpMailSender impatient = sender(company.url(), Duration.ofMillis(200));

    @AfterEach
    void closed() {
        company.close();
    }

    @Test
    void a_mail_is_handed_over_under_the_key_of_its_notification() {
        company.answers(202, "{\"id\":\"mail_1\"}");

        expect(MailAnswer.ACCEPTED);

        assertThat(company.keys()).containsExactly("ntf_01kqsdr2spfdgv7mksj8emf2vk");
        assertThat(company.bodies())
                .containsExactly("{\"to\":\"usr_01kpmz88c1ef1tnyr5f7dfw65v\",\"template\":\"order-canceled\","
                        + "\"orderId\":\"ord_01kqsdr2g0efqbx5q5kkj0z75h\",\"reason\":\"payment-declined\"}");
        assertCounted("accepted", 1);
    }

    @Test
    void a_refusal_is_for_good() {
        company.answers(422, "{\"code\":\"idempotency_key_reused\"}");

        expect(MailAnswer.refused("http-422"));

        assertThat(company.keys()).hasSize(1);
        assertCounted("refused", 1);
    }

    @Test
    void a_failure_is_tried_again_under_the_same_key() {
        company.answers(503, "").answers(429, "").answers(202, "{}");

        expect(MailAnswer.ACCEPTED);

        assertThat(company.keys()).hasSize(3).containsOnly("ntf_01kqsdr2spfdgv7mksj8emf2vk");
    }

    @Test
    void a_company_that_never_answers_is_away() {
        company.isSilent();

        expectAway(impatient);

        assertCounted("away", 1);
    }

    @Test
    void a_company_that_hangs_up_or_is_not_there_is_away() {
        company.hangsUp();
        expectAway(sender);

        company.close();
        expectAway(sender);
    }

    @Test
    void time_outs_open_the_circuit_and_an_open_circuit_asks_nobody() {
        company.isSilent();
        expectAway(impatient);
        expectAway(impatient);
        int asked = company.keys().size();

        impatient.send(aClaimedMail()).as(StepVerifier::create).verifyErrorSatisfies(away -> assertThat(away)
                .hasCauseInstanceOf(CallNotPermittedException.class));

        assertThat(company.keys()).hasSize(asked);
    }

    @Test
    void a_start_without_an_address_names_the_variable() {
        assertThatThrownBy(() -> sender("", Duration.ofSeconds(1)))
                .isInstanceOf(InvalidVariable.class)
                .hasMessageContaining("TOLLGATE_MAIL_URL");
    }

    private void expect(MailAnswer answer) {
        sender.send(aClaimedMail()).as(StepVerifier::create).expectNext(answer).verifyComplete();
    }

    private static void expectAway(MailSender sender) {
        sender.send(aClaimedMail()).as(StepVerifier::create).verifyError(MailCompanyAway.class);
    }

    private void assertCounted(String outcome, int times) {
        assertThat(meters.counter("tollgate.mails", "outcome", outcome).count()).isEqualTo(times);
    }

    private HttpMailSender sender(String url, Duration patience) {
        MailGuards guards = new MailGuards(
                TimeLimiterRegistry.of(
                        TimeLimiterConfig.custom().timeoutDuration(patience).build()),
                CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                        .slidingWindowSize(CALLS_TO_OPEN)
                        .minimumNumberOfCalls(CALLS_TO_OPEN)
                        .build()),
                RetryRegistry.of(RetryConfig.custom()
                        .maxAttempts(3)
                        .waitDuration(Duration.ofMillis(10))
                        .ignoreExceptions(CallNotPermittedException.class)
                        .build()));
        return new HttpMailSender(
                WebClient.builder(),
                new EmailProperties(url, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofHours(24), 8),
                guards,
                new MailMeters(meters),
                ResumableTraces.none());
    }
}

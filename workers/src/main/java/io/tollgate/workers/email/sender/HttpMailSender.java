package io.tollgate.workers.email.sender;

import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.values.InvalidVariable;
import io.tollgate.workers.email.EmailProperties;
import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailCompanyAway;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.MailSender;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The mail company over HTTP: each notification is one key, whatever happens in between. */
@Component
class HttpMailSender implements MailSender {
    private final WebClient company;
    private final MailGuards guards;
    private final MailMeters meters;
    private final ResumableTraces traces;

    HttpMailSender(
            WebClient.Builder builder,
            EmailProperties properties,
            MailGuards guards,
            MailMeters meters,
            ResumableTraces traces) {
        if (properties.url().isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_MAIL_URL");
        }
        this.company = builder.baseUrl(properties.url()).build();
        this.guards = guards;
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public Mono<MailAnswer> send(MailIntent intent) {
        Mono<MailAnswer> call = post(intent)
                .transform(guards::around)
                .doOnNext(meters::answered)
                .doOnError(meters::away)
                .onErrorMap(MailCompanyAway::new);
        return traces.resume(
                intent.handle().traceparent(), "mail " + intent.mail().template(), call);
    }

    private Mono<MailAnswer> post(MailIntent intent) {
        return company.post()
                .uri("/mail/v1/messages")
                .header("Idempotency-Key", intent.mail().notificationId().value())
                .bodyValue(MailRequest.of(intent.mail()))
                .exchangeToMono(HttpMailSender::answer);
    }

    private static Mono<MailAnswer> answer(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return response.releaseBody().thenReturn(MailAnswer.ACCEPTED);
        }
        return status.is4xxClientError() && !isPassing(status)
                ? response.releaseBody().thenReturn(MailAnswer.refused("http-" + status.value()))
                : response.createError();
    }

    private static boolean isPassing(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS) || status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT);
    }
}

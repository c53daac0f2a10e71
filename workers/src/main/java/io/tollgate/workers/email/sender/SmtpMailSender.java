package io.tollgate.workers.email.sender;

import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.EmailProperties;
import io.tollgate.workers.email.MailAnswer;
import io.tollgate.workers.email.MailSender;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends on threads of its own, since the library for SMTP blocks. */
@Component
class SmtpMailSender implements MailSender {
    private static final int WAITING_AT_MOST = 1_000;

    private final SmtpServer server;
    private final MailGuards guards;
    private final MailMeters meters;
    private final ResumableTraces traces;
    private final Scheduler threads;

    SmtpMailSender(
            SmtpServer server,
            MailGuards guards,
            MailMeters meters,
            ResumableTraces traces,
            EmailProperties properties) {
        this.server = server;
        this.guards = guards;
        this.meters = meters;
        this.traces = traces;
        this.threads = Schedulers.newBoundedElastic(properties.concurrency(), WAITING_AT_MOST, "smtp");
    }

    @Override
    public Mono<MailAnswer> send(ClaimedMail mail) {
        Mono<MailAnswer> call = Mono.fromCallable(() -> server.send(mail))
                .subscribeOn(threads)
                .transform(guards::around)
                .doOnNext(answer -> meters.answered(mail, answer))
                .doOnError(meters::away);
        return traces.resume(mail.traceparent(), "mail " + mail.intent().template(), call);
    }

    @PreDestroy
    void end() {
        threads.dispose();
    }
}

package io.tollgate.workers.email.schedule;

import io.tollgate.workers.email.SendDueMails;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks for mails that are due: those that were just accepted, those that failed, those whose sender died. */
@Component
class MailSweep {
    private final SendDueMails sendDueMails;

    MailSweep(SendDueMails sendDueMails) {
        this.sendDueMails = sendDueMails;
    }

    @Scheduled(fixedDelayString = "${tollgate.email.sweep:1s}")
    Mono<Void> sweep() {
        return sendDueMails.handle();
    }
}

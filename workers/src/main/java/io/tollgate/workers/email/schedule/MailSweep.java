package io.tollgate.workers.email.schedule;

import io.tollgate.workers.email.EmailProperties;
import io.tollgate.workers.email.NotificationId;
import io.tollgate.workers.email.SendMail;
import io.tollgate.workers.intent.Sweep;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Sends what was just accepted, what failed, and what was left by a sender that died. */
@Component
class MailSweep {
    private final Sweep<NotificationId> sweep;
    private final EmailProperties properties;

    MailSweep(MailWakes wakes, SendMail send, EmailProperties properties) {
        this.sweep = new Sweep<>("mail", wakes.all(), send.leftBehind(), send::handle);
        this.properties = properties;
    }

    /** Started once by Spring, which also cancels it. */
    @Scheduled(initialDelay = 0)
    Flux<Void> run() {
        return sweep.run(properties.sweep(), properties.concurrency());
    }
}

package io.tollgate.workers.email;

import reactor.core.publisher.Mono;

/** The mail company. Asking twice about one intent mails once. */
public interface MailSender {
    /** Its answer, or {@link MailCompanyAway}. */
    Mono<MailAnswer> send(MailIntent intent);
}

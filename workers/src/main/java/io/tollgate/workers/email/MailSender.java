package io.tollgate.workers.email;

import reactor.core.publisher.Mono;

/** The mail server. A mail that is sent twice has the same Message-ID twice. */
public interface MailSender {
    /** Its answer, or {@link MailServerAway}. */
    Mono<MailAnswer> send(ClaimedMail mail);
}

package io.tollgate.workers.email;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All mails that are to be sent or were. */
public interface MailIntents {
    /** Joins the caller's transaction and keeps its trace; does nothing when the notification is known. */
    Mono<Void> add(Mail mail, Instant dueAt, Instant expiresAt);

    /** Some of those that are due, for nobody else until then: whoever dies with one has it taken over afterwards. */
    Flux<MailIntent> claim(Instant now, Instant until);

    /** Keeps what came of a claimed one; nothing when somebody else took it over. */
    Mono<Void> keep(MailIntent intent);
}

package io.tollgate.workers.email;

import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All mails that are to be sent or were. */
public interface MailIntents {
    /** Joins the caller's transaction, keeps its trace and wakes the sender after it; does nothing when it is known. */
    Mono<Void> add(MailIntent intent, Optional<Letter> letter);

    /** Some of those that are due and that nobody works on. */
    Flux<NotificationId> due(Instant now, int limit);

    /** One conditional update; empty when it is not due or somebody else works on it. Whoever dies with it has it taken over at that time. */
    Mono<ClaimedMail> claim(NotificationId id, Instant now, Instant until);

    /** Keeps what came of a claimed one, and forgets the letter unless it is sent again; nothing when it was taken over. */
    Mono<Void> keep(ClaimedMail claimed, MailIntent outcome);
}

package io.tollgate.workers.email;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** A notification is to be mailed: intends to, and asks nobody yet. */
@Service
public class AcceptMail {
    private final MailIntents intents;
    private final EmailProperties properties;
    private final Clock clock;

    AcceptMail(MailIntents intents, EmailProperties properties, Clock clock) {
        this.intents = intents;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(Mail mail, Instant createdAt) {
        return Mono.defer(() -> intents.add(mail, clock.instant(), createdAt.plus(properties.timeToLive())));
    }
}

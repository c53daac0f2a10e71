package io.tollgate.workers.email;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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
        return Mono.defer(
                () -> accept(mail, MailIntent.pending(mail, clock.instant(), createdAt.plus(properties.timeToLive()))));
    }

    private Mono<Void> accept(Mail mail, MailIntent intent) {
        Optional<MailTemplate> template = MailTemplate.of(mail.template());
        Optional<Letter> letter = template.flatMap(known -> known.fill(mail));
        if (letter.isPresent()) {
            return intents.add(intent, letter);
        }
        String why = template.isPresent() ? "missing-parameter" : "unknown-template";
        return intents.add(intent.refused(why), Optional.empty());
    }
}

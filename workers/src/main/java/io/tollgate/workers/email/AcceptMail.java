package io.tollgate.workers.email;

import io.tollgate.workers.erasure.ErasedUsers;
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
    private final ErasedUsers erased;
    private final EmailProperties properties;
    private final Clock clock;

    AcceptMail(MailIntents intents, ErasedUsers erased, EmailProperties properties, Clock clock) {
        this.intents = intents;
        this.erased = erased;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    public Mono<Void> handle(Mail mail, Instant createdAt) {
        return erased.has(mail.userId().value()).flatMap(gone -> {
            MailIntent intent = MailIntent.pending(mail, clock.instant(), createdAt.plus(properties.timeToLive()));
            return gone ? intents.add(intent.erased(), Optional.empty()) : accept(mail, intent);
        });
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

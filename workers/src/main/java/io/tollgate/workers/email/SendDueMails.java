package io.tollgate.workers.email;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the mail company to send what is due. No transaction is open, and no connection held, while it is asked. */
@Service
public class SendDueMails {
    private final MailIntents intents;
    private final MailSender sender;
    private final EmailProperties properties;
    private final Clock clock;

    SendDueMails(MailIntents intents, MailSender sender, EmailProperties properties, Clock clock) {
        this.intents = intents;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<Void> handle() {
        return Flux.defer(this::claim)
                .flatMap(this::settle, properties.concurrency())
                .then();
    }

    private Flux<MailIntent> claim() {
        Instant now = clock.instant();
        return intents.claim(now, now.plus(properties.lease()));
    }

    private Mono<Void> settle(MailIntent intent) {
        return (intent.isLate(clock.instant()) ? Mono.just(intent.expired()) : send(intent)).flatMap(intents::keep);
    }

    // Away is no answer: the intent stays, and the same key is asked again later.
    private Mono<MailIntent> send(MailIntent intent) {
        return sender.send(intent)
                .map(intent::answered)
                .onErrorResume(
                        MailCompanyAway.class, away -> Mono.fromSupplier(() -> intent.unanswered(clock.instant())));
    }
}

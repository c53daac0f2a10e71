package io.tollgate.workers.email;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the mail server to take one mail. No transaction is open, and no connection held, while it is asked. */
@Service
public class SendMail {
    private static final int AT_ONCE = 100;

    private final MailIntents intents;
    private final MailSender sender;
    private final EmailProperties properties;
    private final Clock clock;

    SendMail(MailIntents intents, MailSender sender, EmailProperties properties, Clock clock) {
        this.intents = intents;
        this.sender = sender;
        this.properties = properties;
        this.clock = clock;
    }

    public Mono<Void> handle(NotificationId id) {
        return Mono.defer(() -> claim(id)).flatMap(this::settle);
    }

    /** Some of those that nobody was woken for. */
    public Flux<NotificationId> leftBehind() {
        return Flux.defer(() -> intents.due(clock.instant(), AT_ONCE));
    }

    private Mono<ClaimedMail> claim(NotificationId id) {
        Instant now = clock.instant();
        return intents.claim(id, now, now.plus(properties.lease()));
    }

    private Mono<Void> settle(ClaimedMail claimed) {
        MailIntent intent = claimed.intent();
        return (intent.isLate(clock.instant()) ? Mono.just(intent.expired()) : send(claimed))
                .flatMap(outcome -> intents.keep(claimed, outcome));
    }

    // Away is no answer: the intent stays, and the same mail is sent again later.
    private Mono<MailIntent> send(ClaimedMail claimed) {
        return sender.send(claimed)
                .map(answer -> claimed.intent().answered(answer, clock.instant()))
                .onErrorResume(
                        MailServerAway.class,
                        away -> Mono.fromSupplier(() -> claimed.intent().unanswered(clock.instant())));
    }
}

package io.tollgate.workers.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers what was added and kept; gives one claimed mail to whoever asks. */
final class FakeMailIntents implements MailIntents {
    final List<MailIntent> added = new ArrayList<>();
    final List<Optional<Letter>> letters = new ArrayList<>();
    final List<MailIntent> kept = new ArrayList<>();

    @Override
    public Mono<Void> add(MailIntent intent, Optional<Letter> letter) {
        added.add(intent);
        letters.add(letter);
        return Mono.empty();
    }

    @Override
    public Flux<NotificationId> due(Instant now, int limit) {
        return Flux.just(EmailFixtures.MAIL.notificationId());
    }

    @Override
    public Mono<ClaimedMail> claim(NotificationId id, Instant now, Instant until) {
        return Mono.just(EmailFixtures.aClaimedMail());
    }

    @Override
    public Mono<Void> keep(ClaimedMail claimed, MailIntent outcome) {
        return Mono.fromRunnable(() -> kept.add(outcome));
    }
}

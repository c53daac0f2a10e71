package io.tollgate.workers.email;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.PROPERTIES;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static io.tollgate.workers.email.EmailFixtures.aClaimedMail;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.email.MailIntent.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SendDueMailsTest {
    private final FakeIntents intents = new FakeIntents();
    private final List<Mail> asked = new ArrayList<>();

    @Test
    void what_is_due_is_sent() {
        sweep(NOON, Mono.just(MailAnswer.ACCEPTED));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.SENT);
        assertThat(asked).containsExactly(MAIL);
    }

    @Test
    void while_the_mail_company_is_away_the_mail_is_kept_for_later() {
        sweep(NOON, Mono.error(new MailCompanyAway(new IOException("reset"))));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.PENDING);
        assertThat(intents.kept.get(0).nextAttemptAt()).isAfter(NOON);
    }

    @Test
    void what_is_late_is_not_sent_any_more() {
        sweep(TOMORROW, Mono.error(new AssertionError("nobody is asked")));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.EXPIRED);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_mistake_of_ours_is_not_taken_for_the_company_being_away() {
        due(NOON, Mono.error(new IllegalStateException("a bug")))
                .handle()
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    private void sweep(Instant now, Mono<MailAnswer> answer) {
        due(now, answer).handle().as(StepVerifier::create).verifyComplete();
    }

    private SendDueMails due(Instant now, Mono<MailAnswer> answer) {
        MailSender sender =
                intent -> Mono.fromRunnable(() -> asked.add(intent.mail())).then(answer);
        return new SendDueMails(intents, sender, PROPERTIES, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final class FakeIntents implements MailIntents {
        private final List<MailIntent> kept = new ArrayList<>();

        @Override
        public Mono<Void> add(Mail mail, Instant dueAt, Instant expiresAt) {
            throw new AssertionError("nothing is accepted here");
        }

        @Override
        public Flux<MailIntent> claim(Instant now, Instant until) {
            return Flux.just(aClaimedMail());
        }

        @Override
        public Mono<Void> keep(MailIntent intent) {
            return Mono.fromRunnable(() -> kept.add(intent));
        }
    }
}

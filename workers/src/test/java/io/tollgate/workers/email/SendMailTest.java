package io.tollgate.workers.email;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.PROPERTIES;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.email.MailIntent.State;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SendMailTest {
    private final FakeMailIntents intents = new FakeMailIntents();
    private final List<NotificationId> asked = new ArrayList<>();

    @Test
    void what_is_due_is_sent() {
        send(NOON, Mono.just(new MailAnswer.Accepted()));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.SENT);
        assertThat(asked).containsExactly(MAIL.notificationId());
    }

    @Test
    void while_the_mail_server_is_away_the_mail_is_kept_for_later() {
        send(NOON, Mono.error(new MailServerAway("reset")));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.PENDING);
        assertThat(intents.kept.get(0).nextAttemptAt()).isAfter(NOON);
    }

    @Test
    void what_is_late_is_not_sent_any_more() {
        send(TOMORROW, Mono.error(new AssertionError("nobody is asked")));

        assertThat(intents.kept).extracting(MailIntent::state).containsExactly(State.EXPIRED);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_mistake_of_ours_is_not_taken_for_the_server_being_away() {
        sender(NOON, Mono.error(new IllegalStateException("a bug")))
                .handle(MAIL.notificationId())
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    private void send(Instant now, Mono<MailAnswer> answer) {
        sender(now, answer)
                .handle(MAIL.notificationId())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private SendMail sender(Instant now, Mono<MailAnswer> answer) {
        MailSender sender =
                mail -> Mono.fromRunnable(() -> asked.add(mail.intent().id())).then(answer);
        return new SendMail(intents, sender, PROPERTIES, Clock.fixed(now, ZoneOffset.UTC));
    }
}

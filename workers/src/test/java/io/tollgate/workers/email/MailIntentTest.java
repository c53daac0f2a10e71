package io.tollgate.workers.email;

import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static io.tollgate.workers.email.EmailFixtures.aPendingMail;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.email.MailIntent.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailIntentTest {
    private final MailIntent intent = aPendingMail();

    @Test
    void an_accepted_mail_is_sent() {
        MailIntent sent = intent.answered(new MailAnswer.Accepted(), NOON);

        assertThat(sent.state()).isEqualTo(State.SENT);
        assertThat(sent.attempts()).isEqualTo(1);
    }

    @Test
    void a_refused_mail_keeps_its_reason() {
        MailIntent refused = intent.answered(new MailAnswer.Refused("smtp-550"), NOON);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.refusal()).contains("smtp-550");
    }

    @Test
    void a_mail_that_is_wanted_later_stays() {
        MailIntent later = intent.answered(new MailAnswer.Later("smtp-450"), NOON);

        assertThat(later.state()).isEqualTo(State.PENDING);
        assertThat(later.nextAttemptAt()).isAfter(NOON);
    }

    @Test
    void without_an_answer_each_pause_is_longer_than_the_one_before_up_to_six_minutes() {
        MailIntent tried = intent;
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 40; attempt++) {
            tried = tried.unanswered(NOON);
            Duration pause = Duration.between(NOON, tried.nextAttemptAt());

            assertThat(tried.state()).isEqualTo(State.PENDING);
            assertThat(pause).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofMinutes(6));
            before = pause;
        }
        assertThat(before).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void late_news_is_no_news() {
        assertThat(intent.isLate(TOMORROW.minusMillis(1))).isFalse();
        assertThat(intent.isLate(TOMORROW)).isTrue();
        assertThat(intent.expired().state()).isEqualTo(State.EXPIRED);
    }
}

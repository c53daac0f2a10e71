package io.tollgate.workers.email.store;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.email.Mail;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.MailIntent.State;
import io.tollgate.workers.email.MailIntents;
import io.tollgate.workers.email.NotificationId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcMailIntentsTest {
    private static final Instant LEASE_END = NOON.plusSeconds(30);

    private final MailIntents intents;
    private final DatabaseClient database;

    R2dbcMailIntentsTest(@Autowired MailIntents intents, @Autowired DatabaseClient database) {
        this.intents = intents;
        this.database = database;
    }

    @BeforeEach
    void one_mail_is_due() {
        Tables.empty(database);
        added(MAIL);
    }

    @Test
    void a_due_mail_is_claimed_as_it_was_added_and_by_one_alone() {
        MailIntent claimed = claim(NOON);

        assertThat(claimed.mail()).isEqualTo(MAIL);
        assertThat(claimed.state()).isEqualTo(State.PENDING);
        assertThat(claimed.expiresAt()).isEqualTo(TOMORROW);
        assertNothingDue(NOON);
    }

    @Test
    void a_mail_that_is_known_is_not_added_again() {
        added(MAIL);

        intents.claim(NOON, LEASE_END)
                .count()
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
    }

    @Test
    void what_is_not_due_yet_is_not_claimed() {
        assertNothingDue(NOON.minusMillis(1));
    }

    @Test
    void whoever_dies_has_the_mail_taken_over_and_has_nothing_to_say_any_more() {
        MailIntent dead = claim(NOON);
        MailIntent taken = claim(LEASE_END);

        kept(in(dead, State.REFUSED));
        kept(in(taken, State.SENT));

        assertThat(state()).isEqualTo("SENT");
        assertNothingDue(TOMORROW);
    }

    @Test
    void a_mail_that_is_kept_for_later_is_claimed_then() {
        MailIntent claimed = claim(NOON);
        kept(new MailIntent(MAIL, State.PENDING, 1, NOON.plusSeconds(2), TOMORROW, Optional.empty(), claimed.handle()));

        assertNothingDue(NOON.plusSeconds(1));
        assertThat(claim(NOON.plusSeconds(2)).attempts()).isEqualTo(1);
    }

    @Test
    void many_who_claim_at_once_never_get_the_same_mail() {
        IntStream.range(0, 39).forEach(i -> added(numbered(i)));

        Flux.range(0, 8)
                .flatMap(i -> intents.claim(NOON, LEASE_END))
                .map(intent -> intent.mail().notificationId())
                .collectList()
                .as(StepVerifier::create)
                .assertNext(claimed -> assertThat(claimed).hasSize(40).doesNotHaveDuplicates())
                .verifyComplete();
    }

    private static Mail numbered(int number) {
        return new Mail(
                new NotificationId("ntf_" + number), MAIL.userId(), MAIL.orderId(), MAIL.template(), Optional.empty());
    }

    private static MailIntent in(MailIntent intent, State state) {
        return new MailIntent(
                intent.mail(), state, 1, intent.nextAttemptAt(), intent.expiresAt(), Optional.empty(), intent.handle());
    }

    private void added(Mail mail) {
        intents.add(mail, NOON, TOMORROW).as(StepVerifier::create).verifyComplete();
    }

    private MailIntent claim(Instant now) {
        return intents.claim(now, now.plusSeconds(30)).blockFirst();
    }

    private void kept(MailIntent intent) {
        intents.keep(intent).as(StepVerifier::create).verifyComplete();
    }

    private void assertNothingDue(Instant now) {
        intents.claim(now, now.plusSeconds(30)).as(StepVerifier::create).verifyComplete();
    }

    private String state() {
        return database.sql("SELECT state FROM mail_intent")
                .mapValue(String.class)
                .one()
                .block();
    }
}

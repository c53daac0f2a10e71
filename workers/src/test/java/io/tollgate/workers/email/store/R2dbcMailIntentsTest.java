package io.tollgate.workers.email.store;

import static io.tollgate.workers.email.EmailFixtures.LETTER;
import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static io.tollgate.workers.email.EmailFixtures.aPendingMail;
import static io.tollgate.workers.email.EmailFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.MailIntent;
import io.tollgate.workers.email.MailIntent.State;
import io.tollgate.workers.email.MailIntents;
import io.tollgate.workers.email.NotificationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcMailIntentsTest {
    private static final NotificationId ID = MAIL.notificationId();
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
        added();
    }

    @Test
    void a_due_mail_is_claimed_as_it_was_added_and_by_one_alone() {
        ClaimedMail claimed = claim(NOON);

        assertThat(claimed.intent().state()).isEqualTo(State.PENDING);
        assertThat(claimed.intent().userId()).isEqualTo(MAIL.userId());
        assertThat(claimed.intent().expiresAt()).isEqualTo(TOMORROW);
        assertThat(claimed.letter()).isEqualTo(LETTER);
        assertThat(claim(NOON)).isNull();
        assertNothingDue(NOON);
    }

    @Test
    void a_mail_that_is_known_is_not_added_again() {
        added();

        intents.due(NOON, 10).as(StepVerifier::create).expectNext(ID).verifyComplete();
    }

    @Test
    void what_is_not_due_yet_is_not_claimed() {
        assertNothingDue(NOON.minusMillis(1));
        assertThat(claim(NOON.minusMillis(1))).isNull();
    }

    @Test
    void whoever_dies_has_the_mail_taken_over_and_has_nothing_to_say_any_more() {
        ClaimedMail dead = claim(NOON);
        ClaimedMail taken = claim(LEASE_END);

        kept(dead, State.REFUSED, LEASE_END);
        kept(taken, State.SENT, LEASE_END);

        assertThat(column("state")).isEqualTo("SENT");
        assertNothingDue(TOMORROW);
    }

    @Test
    void a_mail_that_is_kept_for_later_is_claimed_then_with_its_letter() {
        kept(claim(NOON), State.PENDING, NOON.plusSeconds(2));

        assertNothingDue(NOON.plusSeconds(1));
        ClaimedMail again = claim(NOON.plusSeconds(2));
        assertThat(again.intent().attempts()).isEqualTo(1);
        assertThat(again.letter()).isEqualTo(LETTER);
    }

    @Test
    void of_a_mail_that_is_sent_neither_address_nor_words_remain() {
        kept(claim(NOON), State.SENT, NOON);

        assertForgotten();
    }

    @Test
    void many_who_claim_at_once_never_get_the_same_mail() {
        Flux.range(0, 8)
                .flatMap(i -> intents.claim(ID, NOON, LEASE_END))
                .count()
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyComplete();
    }

    private void added() {
        intents.add(aPendingMail(), Optional.of(LETTER))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    private ClaimedMail claim(Instant now) {
        return intents.claim(ID, now, now.plusSeconds(30)).block();
    }

    private void kept(ClaimedMail claimed, State state, Instant next) {
        MailIntent outcome = in(claimed.intent(), state, next);
        intents.keep(claimed, outcome).as(StepVerifier::create).verifyComplete();
    }

    private void assertNothingDue(Instant now) {
        intents.due(now, 10).as(StepVerifier::create).verifyComplete();
    }

    private void assertForgotten() {
        Map<String, Object> row =
                database.sql("SELECT * FROM mail_intent").fetch().one().block();
        assertThat(row.toString()).doesNotContain(LETTER.text(), "jo.miller", "Jo Miller", LETTER.subject());
    }

    private String column(String name) {
        return database.sql("SELECT " + name + " FROM mail_intent")
                .mapValue(String.class)
                .one()
                .block();
    }
}

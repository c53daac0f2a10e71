package io.tollgate.workers.erasure.store;

import static io.tollgate.workers.email.EmailFixtures.LETTER;
import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static io.tollgate.workers.email.EmailFixtures.TOMORROW;
import static io.tollgate.workers.email.EmailFixtures.aPendingMail;
import static io.tollgate.workers.email.EmailFixtures.in;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.PARCEL;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.workers.StoreTest;
import io.tollgate.workers.Tables;
import io.tollgate.workers.email.ClaimedMail;
import io.tollgate.workers.email.MailIntent.State;
import io.tollgate.workers.email.MailIntents;
import io.tollgate.workers.erasure.PersonalRecords;
import io.tollgate.workers.erasure.UserId;
import io.tollgate.workers.thirdparty.BookingState;
import io.tollgate.workers.thirdparty.Bookings;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@StoreTest
class R2dbcPersonalRecordsTest {
    private final PersonalRecords records;
    private final MailIntents mails;
    private final Bookings bookings;
    private final DatabaseClient database;

    R2dbcPersonalRecordsTest(
            @Autowired PersonalRecords records,
            @Autowired MailIntents mails,
            @Autowired Bookings bookings,
            @Autowired DatabaseClient database) {
        this.records = records;
        this.mails = mails;
        this.bookings = bookings;
        this.database = database;
    }

    @BeforeEach
    void a_mail_and_a_shipment_are_under_way() {
        Tables.empty(database);
        mails.add(aPendingMail(), Optional.of(LETTER)).as(StepVerifier::create).verifyComplete();
        bookings.add(requested(), Optional.of(PARCEL)).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void an_erased_user_leaves_no_address_and_no_name() {
        erased(MAIL.userId().value(), 2);

        assertThat(everything())
                .doesNotContain("jo.miller", "Jo Miller", LETTER.text(), "Lindgren", "Harbor", "411 04");
        erased(MAIL.userId().value(), 0);
    }

    @Test
    void others_are_left_alone() {
        erased("usr_other", 0);

        assertThat(everything()).contains("jo.miller", "Harbor");
    }

    @Test
    void a_mail_under_way_is_not_brought_back_by_its_sender() {
        ClaimedMail underWay =
                mails.claim(MAIL.notificationId(), NOON, NOON.plusSeconds(30)).block();
        erased(MAIL.userId().value(), 2);

        mails.keep(underWay, in(underWay.intent(), State.PENDING, NOON))
                .as(StepVerifier::create)
                .verifyComplete();

        mails.due(TOMORROW, 10).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void what_is_not_booked_never_is_and_what_may_be_is_taken_back() {
        erased(MAIL.userId().value(), 2);

        assertThat(bookings.find(SHIPMENT).block().state()).isEqualTo(BookingState.CANCEL_REQUESTED);
    }

    private void erased(String user, long items) {
        records.erase(new UserId(user))
                .as(StepVerifier::create)
                .expectNext(items)
                .verifyComplete();
    }

    private String everything() {
        return database.sql("SELECT * FROM mail_intent")
                        .fetch()
                        .all()
                        .collectList()
                        .block()
                        .toString()
                + database.sql("SELECT * FROM shipment")
                        .fetch()
                        .all()
                        .collectList()
                        .block();
    }
}

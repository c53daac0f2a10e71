package io.tollgate.workers.thirdparty.messages;

import static io.tollgate.workers.thirdparty.ShipmentFixtures.NOON;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.ORDER;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.RECEIPT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.SHIPMENT;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.USER;
import static io.tollgate.workers.thirdparty.ShipmentFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.workers.thirdparty.BookingFact;
import io.tollgate.workers.thirdparty.BookingState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThirdpartyMessagesContractTest {
    @Test
    void the_commands_are_read() {
        BookShipmentMessage book = contract(BookShipmentMessage.TYPE).assertReads(BookShipmentMessage.class);
        assertThat(book.toParcel().lines()).hasSize(2);
        assertThat(book.toParcel().address().line2()).contains("Second floor");
        assertThat(book.toString()).doesNotContain("Harbor");

        assertThat(contract(CancelShipmentMessage.TYPE).assertReads(CancelShipmentMessage.class))
                .isEqualTo(new CancelShipmentMessage(SHIPMENT.value(), ORDER.value(), USER.value()));
    }

    @Test
    void the_facts_are_written_as_promised() {
        contract(FactData.BOOKED)
                .assertWrites(
                        FactData.ShipmentBooked.of(new BookingFact.Booked(in(BookingState.BOOKED, 2), RECEIPT, NOON)));
        contract(FactData.REFUSED)
                .assertWrites(FactData.ShipmentRefused.of(
                        new BookingFact.Refused(in(BookingState.REFUSED, 2), "address-refused", NOON)));
        contract(FactData.CANCELED)
                .assertWrites(FactData.ShipmentCanceled.of(new BookingFact.Canceled(
                        in(BookingState.CANCELED, 3), Instant.parse("2026-05-04T12:00:02.391Z"))));
        contract(FactData.CANCEL_REFUSED)
                .assertWrites(FactData.ShipmentCancelRefused.of(new BookingFact.CancelRefused(
                        in(BookingState.CANCEL_REFUSED, 4),
                        RECEIPT,
                        "already-departed",
                        Instant.parse("2026-05-04T12:00:02.391Z"))));
    }

    private static MessageContract contract(String type) {
        return MessageContract.of(type.replaceFirst("\\.", "/"));
    }
}

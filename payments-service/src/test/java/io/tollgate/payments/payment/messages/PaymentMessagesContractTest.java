package io.tollgate.payments.payment.messages;

import static io.tollgate.payments.payment.PaymentFixtures.CONFIRM_IN_TIME;
import static io.tollgate.payments.payment.PaymentFixtures.NOON;
import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.REFUND;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.payments.payment.ErasureReceipt;
import io.tollgate.payments.payment.PaymentFact;
import io.tollgate.payments.payment.PaymentFact.Kind;
import io.tollgate.testing.MessageContract;
import io.tollgate.values.Money;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentMessagesContractTest {

    @Test
    void an_order_placed_is_read_with_what_is_to_be_paid() {
        OrderPlaced read = MessageContract.of("orders/order-placed.v1").assertReads(OrderPlaced.class);

        assertThat(read.orderId()).isEqualTo(ORDER.value());
        assertThat(read.terms()).isEqualTo(TERMS);
        assertThat(read.token()).isEqualTo(VISA);
        assertThat(read.toString()).doesNotContain(VISA.value());
    }

    @Test
    void an_order_decided_is_read_either_way() {
        assertThat(MessageContract.of("orders/order-confirmed.v1")
                        .assertReads(OrderDecided.class)
                        .orderId())
                .isEqualTo(ORDER.value());
        assertThat(MessageContract.of("orders/order-canceled.v1")
                        .assertReads(OrderDecided.class)
                        .orderId())
                .isEqualTo(ORDER.value());
    }

    @Test
    void a_refund_that_orders_asks_for_is_read() {
        RefundRequested read = MessageContract.of("orders/refund-requested.v1").assertReads(RefundRequested.class);

        assertThat(read.orderId()).isEqualTo(ORDER.value());
        assertThat(read.refundId()).isEqualTo(REFUND.value());
        assertThat(read.amount()).isEqualTo(Money.of(1250, "EUR"));
    }

    @Test
    void the_words_of_who_asks_for_a_refund_are_not_kept() {
        assertThat(new OnRefundRequested(null).unread()).containsExactly("reason");
    }

    @Test
    void the_end_of_a_refund_names_it() {
        PaymentFact fact = new PaymentFact(
                Kind.REFUNDED,
                PAYMENT,
                ORDER,
                6,
                Optional.of(Money.of(1250, "EUR")),
                Optional.empty(),
                Optional.of(REFUND),
                Optional.empty(),
                NOON);

        FactData.Refunded data =
                (FactData.Refunded) OutboxPaymentEvents.message(fact).data();
        assertThat(data.refundId()).contains(REFUND.value());
        MessageContract.of("payments/payment-refunded.v1").assertAllows(data);
    }

    @Test
    void an_erasure_is_read_and_its_receipt_written() {
        UserErased read = MessageContract.of("users/user-erased.v1").assertReads(UserErased.class);
        ErasureReceipt receipt =
                new ErasureReceipt(read.userId(), read.version(), 3, Instant.parse("2026-04-24T09:30:01.118Z"));

        MessageContract.of("payments/erasure-completed.v1")
                .assertWrites(OutboxPaymentEvents.message(receipt).data());
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZED,      2, 2026-05-04T12:00:00.187Z,",
        "ACTION_REQUIRED, 2, 2026-05-04T12:00:00.187Z,",
        "REFUND_REFUSED,  6, 2026-05-05T10:12:00.402Z, refund_refused",
        "DECLINED,        2, 2026-05-04T12:00:00.187Z, insufficient_funds",
        "CAPTURED,        4, 2026-05-04T12:00:00.395Z,",
        "CAPTURE_REFUSED, 4, 2026-05-04T12:00:00.395Z, capture_refused",
        "VOIDED,          4, 2026-05-04T12:00:00.402Z,",
        "REFUNDED,        6, 2026-05-04T12:00:00.911Z,"
    })
    void every_fact_is_written_as_its_example(Kind kind, long version, Instant at, String reason) {
        PaymentFact fact = new PaymentFact(
                kind,
                PAYMENT,
                ORDER,
                version,
                Optional.of(TERMS.amount()),
                Optional.ofNullable(reason),
                kind == Kind.REFUND_REFUSED ? Optional.of(REFUND) : Optional.empty(),
                kind == Kind.ACTION_REQUIRED ? Optional.of(CONFIRM_IN_TIME) : Optional.empty(),
                at);

        OutgoingMessage message = OutboxPaymentEvents.message(fact);

        MessageContract contract = MessageContract.of(message.type().replaceFirst("\\.", "/"));
        assertThat(contract.type()).isEqualTo(message.type());
        contract.assertWrites(message.data());
        assertThat(message.destination()).isEqualTo("events-topic");
        assertThat(message.subject()).isEqualTo(PAYMENT.value());
        assertThat(message.version()).isEqualTo(version);
    }
}

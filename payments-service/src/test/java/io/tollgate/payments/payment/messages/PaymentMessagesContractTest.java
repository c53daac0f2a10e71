package io.tollgate.payments.payment.messages;

import static io.tollgate.payments.payment.PaymentFixtures.ORDER;
import static io.tollgate.payments.payment.PaymentFixtures.PAYMENT;
import static io.tollgate.payments.payment.PaymentFixtures.TERMS;
import static io.tollgate.payments.payment.PaymentFixtures.VISA;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.payments.payment.PaymentFact;
import io.tollgate.payments.payment.PaymentFact.Kind;
import io.tollgate.testing.MessageContract;
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

    @ParameterizedTest
    @CsvSource({
        "AUTHORIZED,      2, 2026-05-04T12:00:00.187Z,",
        "DECLINED,        2, 2026-05-04T12:00:00.187Z, insufficient_funds",
        "CAPTURED,        4, 2026-05-04T12:00:00.395Z,",
        "CAPTURE_REFUSED, 4, 2026-05-04T12:00:00.395Z, capture_refused",
        "VOIDED,          4, 2026-05-04T12:00:00.402Z,",
        "REFUNDED,        6, 2026-05-04T12:00:00.911Z,"
    })
    void every_fact_is_written_as_its_example(Kind kind, long version, Instant at, String reason) {
        PaymentFact fact = new PaymentFact(
                kind, PAYMENT, ORDER, version, Optional.of(TERMS.amount()), Optional.ofNullable(reason), at);

        OutgoingMessage message = OutboxPaymentEvents.message(fact);

        MessageContract contract = MessageContract.of(message.type().replaceFirst("\\.", "/"));
        assertThat(contract.type()).isEqualTo(message.type());
        contract.assertWrites(message.data());
        assertThat(message.destination()).isEqualTo("events-topic");
        assertThat(message.subject()).isEqualTo(PAYMENT.value());
        assertThat(message.version()).isEqualTo(version);
    }
}

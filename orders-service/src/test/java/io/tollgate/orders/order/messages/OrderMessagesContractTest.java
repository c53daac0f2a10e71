package io.tollgate.orders.order.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.orders.order.Answer;
import io.tollgate.orders.order.CancelReason;
import io.tollgate.orders.order.Order;
import io.tollgate.orders.order.OrderCanceled;
import io.tollgate.orders.order.OrderFixtures;
import io.tollgate.orders.order.OrderPlaced;
import io.tollgate.orders.order.OrderState;
import io.tollgate.orders.order.PaymentAnswer;
import io.tollgate.orders.order.StockAnswer;
import io.tollgate.testing.MessageContract;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderMessagesContractTest {
    @Test
    void order_placed_is_written_as_its_example() {
        OrderPlaced placed = new OrderPlaced(OrderFixtures.aPlacedOrder(), OrderFixtures.TOKEN);

        contract(OrderPlacedMessage.TYPE).assertWrites(OrderPlacedMessage.of(placed));
    }

    @Test
    void order_confirmed_is_written_as_its_example() {
        Order confirmed = decided(new OrderState.Confirmed());

        contract(OrderConfirmedMessage.TYPE).assertWrites(OrderConfirmedMessage.of(confirmed));
    }

    @Test
    void order_canceled_is_written_as_its_example() {
        Order canceled = decided(new OrderState.Canceled(CancelReason.PAYMENT_DECLINED));

        contract(OrderCanceledMessage.TYPE)
                .assertWrites(OrderCanceledMessage.of(new OrderCanceled(canceled, CancelReason.PAYMENT_DECLINED)));
    }

    @Test
    void every_reason_is_one_that_readers_know() {
        Arrays.stream(CancelReason.values())
                .map(reason -> new OrderCanceled(OrderFixtures.aPlacedOrder(), reason))
                .map(OrderCanceledMessage::of)
                .forEach(contract(OrderCanceledMessage.TYPE)::assertAllows);
    }

    @Test
    void the_answers_of_products_are_read() {
        assertThat(read("products.stock-reserved.v1", StockReservedMessage.class))
                .isInstanceOf(StockAnswer.Reserved.class);
        assertThat(read("products.stock-refused.v1", StockRefusedMessage.class))
                .isEqualTo(new StockAnswer.Refused(1, "out-of-stock", List.of("prd_01kn6vyg1wevnthytvb6nmk92t")));
    }

    @Test
    void the_answers_of_payments_are_read() {
        assertThat(read("payments.payment-authorized.v1", PaymentAuthorizedMessage.class))
                .isInstanceOf(PaymentAnswer.Authorized.class);
        assertThat(read("payments.payment-declined.v1", PaymentDeclinedMessage.class))
                .isInstanceOf(PaymentAnswer.Declined.class);
        assertThat(read("payments.payment-captured.v1", PaymentCapturedMessage.class)
                        .transition())
                .isEqualTo("payment-captured");
        assertThat(read("payments.payment-capture-refused.v1", CaptureRefusedMessage.class))
                .isInstanceOf(PaymentAnswer.CaptureRefused.class);
        assertThat(read("payments.payment-voided.v1", PaymentVoidedMessage.class)
                        .transition())
                .isEqualTo("payment-voided");
        assertThat(read("payments.payment-refunded.v1", PaymentRefundedMessage.class)
                        .transition())
                .isEqualTo("payment-refunded");
    }

    private static <T extends AnswerMessage> Answer read(String type, Class<T> record) {
        T message = contract(type).assertReads(record);
        assertThat(message.orderId()).isEqualTo(OrderFixtures.ID.value());
        return message.toAnswer();
    }

    private static Order decided(OrderState state) {
        Order placed = OrderFixtures.aPlacedOrder();
        return new Order(
                placed.id(),
                2,
                placed.buyer(),
                placed.lines(),
                placed.total(),
                state,
                placed.heard(),
                placed.placedAt(),
                OrderFixtures.DECIDED);
    }

    private static MessageContract contract(String type) {
        return MessageContract.of(type.replaceFirst("\\.", "/"));
    }
}

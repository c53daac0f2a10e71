package io.tollgate.products.stock.messages;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.stock.StockFixtures.NOON;
import static io.tollgate.products.stock.StockFixtures.ORDER;
import static io.tollgate.products.stock.StockFixtures.TWO_CUPS_AND_BEANS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.stock.RefusalReason;
import io.tollgate.products.stock.StockLow;
import io.tollgate.products.stock.StockRefused;
import io.tollgate.products.stock.StockReserved;
import io.tollgate.testing.MessageContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StockMessagesContractTest {
    private final MessageContract refused = MessageContract.of("products/stock-refused.v1");

    @Test
    void a_reservation_is_told_as_promised() {
        MessageContract reserved = MessageContract.of("products/stock-reserved.v1");

        reserved.assertWrites(StockReservedMessage.of(new StockReserved(ORDER, 1, NOON)));
        assertThat(StockReservedMessage.TYPE).isEqualTo(reserved.type());
    }

    @Test
    void a_refusal_is_told_as_promised() {
        refused.assertWrites(
                StockRefusedMessage.of(new StockRefused(ORDER, 1, RefusalReason.OUT_OF_STOCK, List.of(BEANS), NOON)));
        assertThat(StockRefusedMessage.TYPE).isEqualTo(refused.type());
    }

    @Test
    void a_stock_that_runs_low_is_told_as_promised() {
        MessageContract low = MessageContract.of("products/stock-low.v1");
        low.assertWrites(StockLowMessage.of(new StockLow(CUP, 5, 5, 73, NOON)));
        assertThat(StockLowMessage.TYPE).isEqualTo(low.type());
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_has_its_word(RefusalReason reason) {
        refused.assertAllows(StockRefusedMessage.of(new StockRefused(ORDER, 2, reason, List.of(), NOON)));
    }

    @Test
    void a_placed_order_is_read() {
        MessageContract placed = MessageContract.of("orders/order-placed.v1");

        OrderPlacedMessage read = placed.assertReads(OrderPlacedMessage.class);

        assertThat(read.orderId()).isEqualTo(ORDER.value());
        assertThat(read.toLines()).containsExactlyElementsOf(TWO_CUPS_AND_BEANS);
        assertThat(OrderPlacedMessage.TYPE).isEqualTo(placed.type());
    }

    @ParameterizedTest
    @ValueSource(strings = {NotShippedMessage.CANCELED, NotShippedMessage.REFUSED})
    void a_parcel_that_does_not_leave_is_read(String type) {
        MessageContract notShipped = MessageContract.of(type.replaceFirst("\\.", "/"));

        assertThat(notShipped.assertReads(NotShippedMessage.class).orderId()).isEqualTo(ORDER.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {OrderEndedMessage.CONFIRMED, OrderEndedMessage.CANCELED})
    void an_ended_order_is_read(String type) {
        MessageContract ended = MessageContract.of(type.replaceFirst("\\.", "/"));

        assertThat(ended.assertReads(OrderEndedMessage.class).orderId()).isEqualTo(ORDER.value());
    }
}

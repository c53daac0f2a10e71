package io.tollgate.orders.refund.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefundMessagesContractTest {
    @Test
    void a_refunded_payment_is_read_with_and_without_a_refund() {
        MessageContract.of("payments/payment-refunded.v1").assertReads(Whole.class);

        assertThat(new PaymentRefundedMessage("ord_1", 6, null).refundId()).isEmpty();
        assertThat(new PaymentRefundedMessage("ord_1", 6, Optional.of("ref_1")).refundId())
                .contains("ref_1");
    }

    @Test
    void a_refused_refund_is_read() {
        RefundRefusedMessage read =
                MessageContract.of("payments/refund-refused.v1").assertReads(RefundRefusedMessage.class);

        assertThat(read.refundId()).isEqualTo("ref_01kqvsxxg0fz3b7kg11k2wmw91");
    }

    /** What is in every one of them. */
    private record Whole(String orderId, long version) {}
}

package io.tollgate.orders.erasure.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasureMessagesContractTest {
    @Test
    void an_erased_user_is_read() {
        UserErasedMessage erased = MessageContract.of("users/user-erased.v1").assertReads(UserErasedMessage.class);

        assertThat(erased.version()).isPositive();
    }

    @Test
    void the_receipt_is_written_as_its_example() {
        MessageContract.of("orders/erasure-completed.v1")
                .assertWrites(new ErasureCompletedMessage(
                        "usr_01kpmz88c1ef1tnyr5f7dfw65v", 5, 3, Instant.parse("2026-06-30T09:00:02.118Z")));
    }
}

package io.tollgate.products.erasure.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasureMessagesContractTest {
    @Test
    void an_erased_user_is_read() {
        MessageContract erased = MessageContract.of("users/user-erased.v1");

        assertThat(erased.assertReads(UserErasedMessage.class).version()).isPositive();
        assertThat(UserErasedMessage.TYPE).isEqualTo(erased.type());
    }

    @Test
    void the_receipt_is_written_as_its_example() {
        MessageContract receipt = MessageContract.of("products/erasure-completed.v1");

        receipt.assertWrites(new ErasureCompletedMessage(
                "usr_01kpmz88c1ef1tnyr5f7dfw65v", 4, 1, Instant.parse("2026-04-24T09:30:00.731Z")));
        assertThat(ErasureCompletedMessage.TYPE).isEqualTo(receipt.type());
    }
}

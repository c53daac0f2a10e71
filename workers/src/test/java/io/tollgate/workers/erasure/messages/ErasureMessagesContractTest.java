package io.tollgate.workers.erasure.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasureMessagesContractTest {
    private static final String USER = "usr_01kpmz88c1ef1tnyr5f7dfw65v";

    @Test
    void an_erased_user_is_read() {
        assertThat(MessageContract.of("users/user-erased.v1")
                        .assertReads(UserErasedMessage.class)
                        .userId())
                .isEqualTo(USER);
    }

    @Test
    void the_receipt_is_written_as_promised() {
        MessageContract.of("workers/erasure-completed.v1")
                .assertWrites(new ErasureCompletedMessage(USER, 7, 3, Instant.parse("2026-06-01T08:30:00.187Z")));
    }
}

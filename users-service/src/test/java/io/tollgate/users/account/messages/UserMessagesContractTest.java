package io.tollgate.users.account.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserMessagesContractTest {
    @Test
    void user_registered_is_written_as_its_readers_were_promised() {
        MessageContract contract = MessageContract.of("users/user-registered.v1");

        contract.assertWrites(new UserRegisteredMessage(
                "usr_01kpmz88c1ef1tnyr5f7dfw65v", 1, Instant.parse("2026-04-20T08:14:02.113Z")));
        assertThat(UserRegisteredMessage.TYPE).isEqualTo(contract.type());
    }
}

package io.tollgate.users.account.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserMessagesContractTest {
    private static final String ANN = "usr_01kpmz88c1ef1tnyr5f7dfw65v";
    private static final List<UserFactMessage> FACTS = List.of(
            new UserFactMessage.Registered(ANN, 1, Instant.parse("2026-04-20T08:14:02.113Z")),
            new UserFactMessage.Changed(ANN, 2, Instant.parse("2026-04-22T09:30:00.250Z")),
            new UserFactMessage.Deactivated(ANN, 3, Instant.parse("2026-04-23T09:30:00.250Z")),
            new UserFactMessage.Erased(ANN, 4, Instant.parse("2026-04-24T09:30:00.250Z")));

    @Test
    void facts_are_written_as_their_readers_were_promised() {
        for (UserFactMessage fact : FACTS) {
            MessageContract contract = MessageContract.of(fact.type().replaceFirst("\\.", "/"));
            contract.assertWrites(fact);
            assertThat(fact.type()).isEqualTo(contract.type());
        }
    }
}

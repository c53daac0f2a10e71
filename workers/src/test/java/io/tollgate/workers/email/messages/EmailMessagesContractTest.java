package io.tollgate.workers.email.messages;

import static io.tollgate.workers.email.EmailFixtures.MAIL;
import static io.tollgate.workers.email.EmailFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import org.junit.jupiter.api.Test;

class EmailMessagesContractTest {
    @Test
    void a_command_is_read() {
        MessageContract command = MessageContract.of("users/send-notification.v1");

        SendNotificationMessage read = command.assertReads(SendNotificationMessage.class);

        assertThat(read.toMail()).isEqualTo(MAIL);
        assertThat(read.createdAt()).isEqualTo(NOON);
        assertThat(SendNotificationMessage.TYPE).isEqualTo(command.type());
    }
}

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

    @Test
    void a_command_to_tell_who_looks_after_a_client_is_read_and_has_its_words() {
        MessageContract command = MessageContract.of("users/send-client-notification.v1");

        SendClientNotificationMessage read = command.assertReads(SendClientNotificationMessage.class);

        assertThat(read.toMail().recipient().address()).isEqualTo("operations@teashop.example.com");
        assertThat(read.toMail().template()).isEqualTo("quota-reached");
        assertThat(read.toString()).doesNotContain("@");
        assertThat(SendClientNotificationMessage.TYPE).isEqualTo(command.type());
    }
}

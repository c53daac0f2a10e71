package io.tollgate.users.mail.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailMessagesContractTest {
    private static final Map<String, String> CANCELED =
            Map.of("orderId", "ord_01kqsdr2g0efqbx5q5kkj0z75h", "reason", "payment-declined");
    private static final SendNotificationMessage MAIL = new SendNotificationMessage(
            "ntf_01kqsdr2spfdgv7mksj8emf2vk",
            "usr_01kpmz88c1ef1tnyr5f7dfw65v",
            "jo.miller@example.com",
            "Jo Miller",
            "order-canceled",
            CANCELED,
            Instant.parse("2026-05-04T12:00:00.310Z"));

    @Test
    void a_mail_is_ordered_as_who_sends_it_was_promised() {
        MessageContract contract = MessageContract.of("users/send-notification.v1");

        contract.assertWrites(MAIL);
        assertThat(SendNotificationMessage.TYPE).isEqualTo(contract.type());
        assertThat(MAIL.toString()).doesNotContain("@").doesNotContain("Miller");
    }

    @Test
    void what_workers_want_to_be_told_is_understood() {
        MessageContract contract = MessageContract.of("workers/notification-wanted.v1");
        NotificationWantedMessage wanted = contract.assertReads(NotificationWantedMessage.class);

        assertThat(wanted.toWanted().parameters()).containsKey("orderId");
        assertThat(NotificationWantedMessage.TYPE).isEqualTo(contract.type());
    }
}

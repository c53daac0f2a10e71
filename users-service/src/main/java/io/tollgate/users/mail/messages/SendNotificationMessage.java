package io.tollgate.users.mail.messages;

import io.tollgate.users.mail.Mail;
import java.time.Instant;
import java.util.Map;

/** {@code users.send-notification.v1}: the one message that an address leaves in. */
record SendNotificationMessage(
        String notificationId,
        String userId,
        String to,
        String name,
        String template,
        Map<String, String> parameters,
        Instant createdAt) {
    static final String TYPE = "users.send-notification.v1";

    static SendNotificationMessage of(Mail mail) {
        return new SendNotificationMessage(
                mail.id(),
                mail.userId(),
                mail.to().value(),
                mail.name(),
                mail.template(),
                mail.parameters(),
                mail.decidedAt());
    }

    @Override
    public String toString() {
        return "SendNotificationMessage[" + notificationId + "]";
    }
}

package io.tollgate.workers.email;

import java.util.Map;

/** What is to be mailed to whom. */
public record Mail(
        NotificationId notificationId,
        UserId userId,
        Recipient recipient,
        String template,
        Map<String, String> parameters) {

    public Mail {
        parameters = Map.copyOf(parameters);
    }
}

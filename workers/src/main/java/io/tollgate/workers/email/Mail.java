package io.tollgate.workers.email;

import java.util.Optional;

/** What is mailed to whom; the template is the mail company's, the words are not ours. */
public record Mail(
        NotificationId notificationId, UserId userId, OrderId orderId, String template, Optional<String> reason) {}

package io.tollgate.workers.notification;

import java.time.Instant;
import java.util.Optional;

/** What a user is to be told about an order, once per template. */
public record Notification(NotificationId id, Template template, Optional<String> reason, Instant createdAt) {}

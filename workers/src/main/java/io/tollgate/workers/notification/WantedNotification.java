package io.tollgate.workers.notification;

/** A user should be told. */
public record WantedNotification(OrderId orderId, UserId userId, Notification notification) {}

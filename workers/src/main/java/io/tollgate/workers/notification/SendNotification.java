package io.tollgate.workers.notification;

/** The command to whoever delivers. */
public record SendNotification(OrderId orderId, UserId userId, Notification notification) {}

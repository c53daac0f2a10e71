package io.tollgate.servicebus.broker;

/** When something is to happen to a queue's messages by itself: a lock or a life ends, or the time to appear comes. */
final class Alarms {

    private static final int RETRY_MILLIS = 1000;

    private final MessageQueue queue;
    private final Broker broker;

    Alarms(MessageQueue queue, Broker broker) {
        this.queue = queue;
        this.broker = broker;
    }

    /** Sets the message's alarm anew, as its state now asks for. */
    void set(QueuedMessage message) {
        set(message, 0);
    }

    /** The same, but not at once: what was due could not be written. */
    void retry(QueuedMessage message) {
        set(message, broker.timers().now() + RETRY_MILLIS);
    }

    void cancel(QueuedMessage message) {
        broker.timers().cancel(message.timer);
    }

    private void set(QueuedMessage message, long notBefore) {
        cancel(message);
        long time = due(message);
        message.timer = time == Long.MAX_VALUE
                ? null
                : broker.timers().at(Math.max(time, notBefore), () -> broker.settlements()
                        .due(queue, message));
    }

    private long due(QueuedMessage message) {
        if (message.lock != null) {
            // a session's lock is one for all its messages
            return queue.sessions() == null ? message.lockedUntil : Long.MAX_VALUE;
        }
        return message.state == QueuedMessage.State.SCHEDULED ? message.scheduledTime : message.expiresAt;
    }
}

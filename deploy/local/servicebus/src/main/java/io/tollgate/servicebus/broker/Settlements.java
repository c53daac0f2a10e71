package io.tollgate.servicebus.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a message after it was delivered, or when its time is up. */
public final class Settlements {

    static final String REASON = "DeadLetterReason";
    static final String DESCRIPTION = "DeadLetterErrorDescription";

    private final Broker broker;
    private final Router router;

    Settlements(Broker broker, Router router) {
        this.broker = broker;
        this.router = router;
    }

    public void complete(Lease lease, Change change) {
        held(lease);
        change.add(new Op.Remove(lease.queue(), lease.message()));
    }

    public void abandon(Lease lease, Map<String, Object> properties, Change change) {
        held(lease);
        fail(lease.queue(), lease.message(), properties, change);
    }

    public void defer(Lease lease, Map<String, Object> properties, Change change) {
        held(lease);
        QueuedMessage message = lease.message();
        change.add(new Op.Modify(
                lease.queue(),
                message,
                QueuedMessage.State.DEFERRED,
                message.deliveryCount,
                Placement.merged(message.properties, properties)));
    }

    public void deadLetter(
            Lease lease, String reason, String description, Map<String, Object> properties, Change change) {
        held(lease);
        Map<String, Object> added = new LinkedHashMap<>(properties);
        if (reason != null) {
            added.put(REASON, reason);
        }
        if (description != null) {
            added.put(DESCRIPTION, description);
        }
        router.deadLetter(lease.queue(), lease.message(), lease.message().deliveryCount, added, change);
    }

    /** Locks a deferred message by its number; a receiver that deletes gets it once its removal is written. */
    public Lease lockDeferred(MessageQueue queue, long sequence) {
        return queue.lock(deferred(queue, sequence));
    }

    public QueuedMessage takeDeferred(MessageQueue queue, long sequence, Change change) {
        QueuedMessage message = deferred(queue, sequence);
        change.add(new Op.Remove(queue, message));
        return message;
    }

    public void cancelScheduled(MessageQueue queue, long sequence, Change change) {
        QueuedMessage message = queue.get(sequence);
        if (message == null || message.busy || message.state != QueuedMessage.State.SCHEDULED) {
            throw Refused.messageNotFound(sequence);
        }
        change.add(new Op.Remove(queue, message));
    }

    /** Removes every message nobody holds; returns how many. */
    public int purge(MessageQueue queue, Change change) {
        return delete(queue, Integer.MAX_VALUE, Long.MAX_VALUE, null, change);
    }

    /** Removes the oldest messages that nobody holds, of one session or of all; returns how many. */
    public int delete(MessageQueue queue, int most, long enqueuedBefore, String session, Change change) {
        int deleted = 0;
        for (QueuedMessage message : queue.messages()) {
            if (deleted == most) {
                break;
            }
            if (!message.busy
                    && message.lock == null
                    && message.enqueuedTime < enqueuedBefore
                    && (session == null || session.equals(message.sessionId))) {
                change.add(new Op.Remove(queue, message));
                deleted++;
            }
        }
        return deleted;
    }

    /** A message's timer fired: its lock ended, its time came, or its life is over. */
    void due(MessageQueue queue, QueuedMessage message) {
        if (message.busy) {
            return;
        }
        if (message.lock != null) {
            lockExpired(queue, message);
        } else if (message.state == QueuedMessage.State.SCHEDULED) {
            broker.submit(router.activate(queue, message));
        } else if (queue.settings().deadLetteringOnMessageExpiration() && queue.deadLetters() != null) {
            deadLetter(queue, message, "TTLExpiredException", "The message expired and was dead lettered.");
        } else {
            broker.submit(new Change().add(new Op.Remove(queue, message)));
        }
    }

    void lockExpired(MessageQueue queue, QueuedMessage message) {
        Change change = new Change();
        fail(queue, message, Map.of(), change);
        broker.submit(change);
    }

    private void fail(MessageQueue queue, QueuedMessage message, Map<String, Object> properties, Change change) {
        int failures = message.deliveryCount + 1;
        Map<String, Object> merged = Placement.merged(message.properties, properties);
        // a deferred message stays deferred when it is given back
        if (queue.deadLetters() == null || failures < queue.settings().maxDeliveryCount()) {
            change.add(new Op.Modify(queue, message, message.state, failures, merged));
            return;
        }
        Map<String, Object> added = new LinkedHashMap<>(properties);
        added.put(REASON, "MaxDeliveryCountExceeded");
        added.put(
                DESCRIPTION,
                "Message could not be consumed after " + queue.settings().maxDeliveryCount() + " delivery attempts.");
        router.deadLetter(queue, message, failures, added, change);
    }

    private void deadLetter(MessageQueue queue, QueuedMessage message, String reason, String description) {
        Change change = new Change();
        Map<String, Object> added = Map.of(REASON, reason, DESCRIPTION, description);
        router.deadLetter(queue, message, message.deliveryCount, added, change);
        broker.submit(change);
    }

    private static QueuedMessage deferred(MessageQueue queue, long sequence) {
        QueuedMessage message = queue.get(sequence);
        if (message == null || message.busy || message.lock != null || message.state != QueuedMessage.State.DEFERRED) {
            throw Refused.messageNotFound(sequence);
        }
        return message;
    }

    private static void held(Lease lease) {
        if (!lease.holds()) {
            throw Refused.lockLost();
        }
    }
}

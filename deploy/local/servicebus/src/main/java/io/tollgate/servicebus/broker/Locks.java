package io.tollgate.servicebus.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The locked messages of one queue, by token. */
final class Locks {

    private final Map<UUID, QueuedMessage> byToken = new HashMap<>();

    void put(QueuedMessage message, UUID token, long until) {
        message.lock = token;
        message.lockedUntil = until;
        byToken.put(token, message);
    }

    void forget(QueuedMessage message) {
        if (message.lock != null) {
            byToken.remove(message.lock);
            message.lock = null;
            message.lockedUntil = 0;
        }
    }

    /** The message that a token locks, or a refusal when it does so no longer. */
    QueuedMessage held(UUID token) {
        QueuedMessage message = byToken.get(token);
        if (message == null || message.busy) {
            throw Refused.lockLost();
        }
        return message;
    }

    /** The locked messages of a session that no change concerns. */
    List<QueuedMessage> ofSession(String session) {
        return byToken.values().stream()
                .filter(message -> !message.busy && session.equals(message.sessionId))
                .sorted((a, b) -> Long.compare(a.sequence, b.sequence))
                .toList();
    }

    int size() {
        return byToken.size();
    }
}

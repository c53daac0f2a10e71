package io.tollgate.servicebus.broker;

import io.tollgate.servicebus.topology.RuleSpec;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** The broker's messages and memories as a journal sees them: put back on start, looked up when it is tidied. */
public final class BrokerState {

    private final Broker broker;

    public BrokerState(Broker broker) {
        this.broker = broker;
    }

    public boolean knows(String path) {
        return broker.known(path) != null;
    }

    public void put(String path, long sequence, Placement placement) {
        MessageQueue queue = queue(path);
        QueuedMessage present = queue.get(sequence);
        if (present != null) {
            queue.drop(present);
        }
        queue.insert(new QueuedMessage(placement, sequence));
    }

    public void remove(String path, long sequence) {
        QueuedMessage message = queue(path).get(sequence);
        if (message != null) {
            queue(path).drop(message);
        }
        queue(path).lastSequence(sequence);
    }

    public void modify(
            String path, long sequence, QueuedMessage.State state, int deliveryCount, Map<String, Object> properties) {
        QueuedMessage message = queue(path).get(sequence);
        if (message != null) {
            queue(path).modify(message, state, deliveryCount, properties);
        }
    }

    /** The message, or null when it is gone. */
    public QueuedMessage message(String path, long sequence) {
        return knows(path) ? queue(path).get(sequence) : null;
    }

    /** Whether a change concerning the message is not yet written. */
    public boolean busy(QueuedMessage message) {
        return message.busy;
    }

    public void sessionState(String path, String session, byte[] state) {
        if (queue(path).sessions() != null) {
            queue(path).sessions().state(session, state);
        }
    }

    public byte[] sessionState(String path, String session) {
        return knows(path) && queue(path).sessions() != null
                ? queue(path).sessions().state(session)
                : null;
    }

    public void remember(String path, String messageId, long until) {
        DuplicateWindow window = broker.known(path).duplicates();
        if (window != null && until > broker.timers().now()) {
            window.restore(messageId, until);
        }
    }

    /** Until when the id is remembered, or 0. */
    public long remembered(String path, String messageId) {
        Entity entity = broker.known(path);
        return entity == null || entity.duplicates() == null
                ? 0
                : entity.duplicates().until(messageId);
    }

    public void lastSequence(String path, long sequence) {
        queue(path).lastSequence(sequence);
    }

    /** The last sequence number of every queue that has given one out. */
    public void eachLastSequence(ObjLongConsumer<String> consumer) {
        for (Entity entity : broker.entities()) {
            MessageQueue queue = broker.scheduledOf(entity);
            if (queue.lastSequence() > 0) {
                consumer.accept(queue.path(), queue.lastSequence());
            }
        }
    }

    public void eachMessage(java.util.function.Consumer<QueuedMessage> consumer) {
        for (Entity entity : broker.entities()) {
            broker.scheduledOf(entity).messages().forEach(consumer);
        }
    }

    public void addRule(String path, RuleSpec rule) {
        broker.subscription(broker.known(path)).add(Rule.of(rule));
    }

    public void removeRule(String path, String name) {
        broker.subscription(broker.known(path)).remove(name);
    }

    /** Whether the rule was added while running and is still there. */
    public boolean hasRule(String path, RuleSpec rule) {
        return knows(path) && broker.subscription(broker.known(path)).has(rule);
    }

    /** Whether the rule was removed while running and not added again. */
    public boolean hasNoRule(String path, String name) {
        return knows(path) && !broker.subscription(broker.known(path)).rules().containsKey(name);
    }

    private MessageQueue queue(String path) {
        return broker.scheduledOf(broker.known(path));
    }
}

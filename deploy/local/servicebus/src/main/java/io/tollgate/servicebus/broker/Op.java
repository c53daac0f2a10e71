package io.tollgate.servicebus.broker;

import java.util.Map;

/** A part of a {@link Change}. */
public interface Op {

    void apply();

    default void undo() {}

    /** A message comes to a queue. */
    record Put(MessageQueue queue, QueuedMessage message) implements Op {
        @Override
        public void apply() {
            queue.insert(message);
        }
    }

    /** A message leaves a queue. */
    record Remove(MessageQueue queue, QueuedMessage message) implements Op {
        public Remove {
            message.busy = true;
        }

        @Override
        public void apply() {
            queue.drop(message);
        }

        @Override
        public void undo() {
            queue.unbusy(message);
        }
    }

    /** A message stays, with another state, delivery count or other properties. */
    record Modify(
            MessageQueue queue,
            QueuedMessage message,
            QueuedMessage.State state,
            int deliveryCount,
            Map<String, Object> properties)
            implements Op {
        public Modify {
            message.busy = true;
        }

        @Override
        public void apply() {
            queue.modify(message, state, deliveryCount, properties);
        }

        @Override
        public void undo() {
            queue.unbusy(message);
        }
    }

    /** A session's state is set, or cleared with null. */
    record SetSessionState(MessageQueue queue, String session, byte[] state) implements Op {
        @Override
        public void apply() {
            queue.sessions().state(session, state);
        }
    }

    /** A message id is remembered, so that its repetition is dropped. */
    record Remember(Entity entity, String messageId, long until) implements Op {
        @Override
        public void apply() {}

        @Override
        public void undo() {
            entity.duplicates().forget(messageId);
        }
    }

    /** A rule is added to a subscription. */
    record AddRule(Subscription subscription, Rule rule) implements Op {
        @Override
        public void apply() {
            subscription.add(rule);
        }
    }

    /** A rule is removed from a subscription. */
    record RemoveRule(Subscription subscription, String name) implements Op {
        @Override
        public void apply() {
            subscription.remove(name);
        }
    }
}

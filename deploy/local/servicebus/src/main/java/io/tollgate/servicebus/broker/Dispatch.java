package io.tollgate.servicebus.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Hands a queue's ready messages to its consumers, in turn. */
final class Dispatch {

    private final MessageQueue queue;
    private final Broker broker;
    private final Deque<Consumer> consumers = new ArrayDeque<>();

    Dispatch(MessageQueue queue, Broker broker) {
        this.queue = queue;
        this.broker = broker;
    }

    void add(Consumer consumer) {
        consumers.add(consumer);
        queue.dirty();
    }

    void remove(Consumer consumer) {
        consumers.remove(consumer);
    }

    int size() {
        return consumers.size();
    }

    void run() {
        if (queue.sessions() == null) {
            feed(queue.plainLane());
            List.copyOf(consumers).forEach(Consumer::nothingMore);
            return;
        }
        queue.sessions().assign();
        for (Lane lane : queue.sessions().lanes()) {
            Consumer holder = lane.holder();
            while (holder != null && holder.wants() && lane.first() != null) {
                hand(lane, holder);
            }
            if (holder != null) {
                holder.nothingMore();
            }
        }
        queue.sessions().tidy();
    }

    private void feed(Lane lane) {
        while (lane.first() != null) {
            Consumer consumer = next();
            if (consumer == null) {
                return;
            }
            hand(lane, consumer);
        }
    }

    private Consumer next() {
        for (int i = consumers.size(); i > 0; i--) {
            Consumer consumer = consumers.poll();
            consumers.add(consumer);
            if (consumer.wants()) {
                return consumer;
            }
        }
        return null;
    }

    private void hand(Lane lane, Consumer consumer) {
        QueuedMessage message = lane.first();
        if (message.expiresAt <= broker.timers().now()) {
            lane.remove(message);
            broker.settlements().due(queue, message);
        } else if (consumer.locks()) {
            queue.counts().delivered();
            consumer.deliver(queue.lock(message));
        } else {
            lane.remove(message);
            queue.counts().delivered();
            consumer.reserve();
            Change change = new Change().add(new Op.Remove(queue, message));
            broker.submit(change.then(() -> consumer.take(message), refused -> consumer.take(null)));
        }
    }
}

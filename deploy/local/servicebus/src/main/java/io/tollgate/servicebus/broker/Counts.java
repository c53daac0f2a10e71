package io.tollgate.servicebus.broker;

/** How many messages of a queue are in which state, and what has happened to messages since the start. */
public final class Counts {

    private int scheduled;
    private int deferred;
    private long arrived;
    private long delivered;
    private long left;

    void arrived(QueuedMessage message) {
        arrived++;
        count(message.state, 1);
    }

    void left(QueuedMessage message) {
        left++;
        count(message.state, -1);
    }

    void changed(QueuedMessage.State from, QueuedMessage.State to) {
        count(from, -1);
        count(to, 1);
    }

    void delivered() {
        delivered++;
    }

    public int scheduled() {
        return scheduled;
    }

    public int deferred() {
        return deferred;
    }

    /** Messages that came since the start; those of the journal count as new. */
    public long arrivedTotal() {
        return arrived;
    }

    public long deliveredTotal() {
        return delivered;
    }

    public long leftTotal() {
        return left;
    }

    private void count(QueuedMessage.State state, int change) {
        if (state == QueuedMessage.State.SCHEDULED) {
            scheduled += change;
        } else if (state == QueuedMessage.State.DEFERRED) {
            deferred += change;
        }
    }
}

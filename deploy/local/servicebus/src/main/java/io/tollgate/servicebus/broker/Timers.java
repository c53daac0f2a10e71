package io.tollgate.servicebus.broker;

import java.time.Clock;
import java.util.TreeSet;

/** What is to happen later, in the order it is due; belongs to the broker's thread. */
public final class Timers {

    private final TreeSet<Timer> due = new TreeSet<>();
    private final Clock clock;
    private long count;

    public Timers(Clock clock) {
        this.clock = clock;
    }

    public long now() {
        return clock.millis();
    }

    /** Runs the action once {@code time} (epoch milliseconds) has come. */
    public Timer at(long time, Runnable action) {
        Timer timer = new Timer(time, count++, action);
        due.add(timer);
        return timer;
    }

    /** Forgets a timer; null and already fired ones are fine. */
    public void cancel(Timer timer) {
        if (timer != null) {
            due.remove(timer);
        }
    }

    /** Fires all that is due. */
    public void fire() {
        long now = now();
        while (!due.isEmpty() && due.first().time <= now) {
            due.pollFirst().action.run();
        }
    }

    /** Milliseconds until the next timer, at most {@code most}. */
    public long untilNext(long most) {
        return due.isEmpty() ? most : Math.max(0, Math.min(most, due.first().time - now()));
    }

    /** A pending action. */
    public static final class Timer implements Comparable<Timer> {

        private final long time;
        private final long order;
        private final Runnable action;

        private Timer(long time, long order, Runnable action) {
            this.time = time;
            this.order = order;
            this.action = action;
        }

        @Override
        public int compareTo(Timer other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}

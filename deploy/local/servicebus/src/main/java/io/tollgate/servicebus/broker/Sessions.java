package io.tollgate.servicebus.broker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The sessions of one queue: who holds which, until when, and who waits for the next free one. */
public final class Sessions {

    private final MessageQueue queue;
    private final Timers timers;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Deque<Waiter> waiting = new ArrayDeque<>();

    Sessions(MessageQueue queue, Timers timers) {
        this.queue = queue;
        this.timers = timers;
    }

    /** Somebody who wants whichever session is free next. */
    private record Waiter(Consumer consumer, BiConsumer<String, Refused> answer, Timers.Timer deadline) {}

    /** Locks the named session, or refuses. */
    public void accept(String session, Consumer consumer) {
        Lane lane = lane(session);
        if (lane.holder() != null) {
            throw Refused.sessionLocked(session);
        }
        hold(lane, consumer);
    }

    /** Locks the next session that has messages and no holder, waiting until {@code deadline} for one. */
    public void acceptNext(Consumer consumer, long deadline, BiConsumer<String, Refused> answer) {
        Timers.Timer timer = timers.at(deadline, () -> giveUp(consumer));
        waiting.add(new Waiter(consumer, answer, timer));
        queue.dirty();
    }

    public long renew(String session) {
        Lane lane = lane(session);
        if (lane.holder() == null) {
            throw Refused.sessionLockLost(session);
        }
        hold(lane, lane.holder());
        return lane.lockedUntil();
    }

    public long lockedUntil(String session) {
        return lane(session).lockedUntil();
    }

    public byte[] state(String session) {
        return lane(session).state();
    }

    public void setState(String session, byte[] state, Change change) {
        if (lane(session).holder() == null) {
            throw Refused.sessionLockLost(session);
        }
        change.add(new Op.SetSessionState(queue, session, state));
    }

    void state(String session, byte[] state) {
        lane(session).state(state);
        updated(session);
    }

    void updated(String session) {
        lane(session).updatedAt(timers.now());
    }

    /** The consumer goes: its session is free again, and its messages are back in place, uncounted. */
    public void release(Consumer consumer) {
        giveUp(consumer);
        for (Lane lane : lanes.values()) {
            if (lane.holder() == consumer) {
                free(lane);
                queue.releaseLocks(lane.session(), false);
            }
        }
        queue.dirty();
    }

    /** The ids of sessions that got a message or state after a time; of all with messages when it is yet to come. */
    public List<String> ids(long updatedAfter) {
        boolean all = updatedAfter >= timers.now();
        return lanes.values().stream()
                .filter(lane -> all ? lane.hasMessages() : !lane.idle() && lane.updatedAt() > updatedAfter)
                .map(Lane::session)
                .toList();
    }

    Lane lane(String session) {
        return lanes.computeIfAbsent(session, Lane::new);
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    /** Gives free sessions with messages to those who wait. */
    void assign() {
        if (waiting.isEmpty()) {
            return;
        }
        for (Lane lane : new ArrayList<>(lanes.values())) {
            if (waiting.isEmpty()) {
                return;
            }
            if (lane.holder() == null && !lane.ready().isEmpty()) {
                Waiter next = waiting.poll();
                timers.cancel(next.deadline());
                hold(lane, next.consumer());
                next.answer().accept(lane.session(), null);
            }
        }
    }

    /** Forgets sessions that have nothing to be remembered. */
    void tidy() {
        lanes.values().removeIf(Lane::idle);
    }

    private void hold(Lane lane, Consumer consumer) {
        long until = timers.now() + queue.settings().lockDuration().toMillis();
        timers.cancel(lane.hold(consumer, until, timers.at(until, () -> expire(lane))));
    }

    private void expire(Lane lane) {
        Consumer loser = lane.holder();
        free(lane);
        queue.releaseLocks(lane.session(), true);
        loser.sessionLost(Refused.sessionLockLost(lane.session()));
        queue.dirty();
    }

    private void free(Lane lane) {
        timers.cancel(lane.hold(null, 0, null));
    }

    private void giveUp(Consumer consumer) {
        waiting.removeIf(waiter -> {
            if (waiter.consumer() != consumer) {
                return false;
            }
            timers.cancel(waiter.deadline());
            waiter.answer().accept(null, Refused.timeout("No session became available in time."));
            return true;
        });
    }
}

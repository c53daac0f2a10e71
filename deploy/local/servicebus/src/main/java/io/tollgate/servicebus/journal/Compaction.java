package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.BrokerState;
import io.tollgate.servicebus.broker.Placement;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.topology.RuleSpec;
import java.io.IOException;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Empties the oldest file into the newest, a little each turn. Only the oldest is ever emptied, so a record that undoes
 * another can never be dropped before it.
 */
final class Compaction implements RecordVisitor {

    /** What a message's record takes besides its body, roughly. */
    static final int RECORD_BYTES = 128;

    private static final int BYTES_PER_TURN = 512 * 1024;
    private static final int FRAMES_PER_TURN = 300;

    private final Deque<Segment> segments;
    private final BrokerState state;
    private final long slack;
    private final Set<String> sessionsDone = new HashSet<>();
    private SegmentReader reader;
    private Batch batch;
    private boolean blocked;
    private boolean finished;

    Compaction(Deque<Segment> segments, BrokerState state, long slack) {
        this.segments = segments;
        this.state = state;
        this.slack = slack;
    }

    long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    /** Puts the next part of the oldest file's living records into the batch; true when there is more to do. */
    boolean step(Batch target) throws IOException {
        if (reader == null && !needed()) {
            return false;
        }
        if (reader == null) {
            reader = new SegmentReader(segments.getFirst());
            sessionsDone.clear();
        }
        batch = target;
        blocked = false;
        for (int frames = 0; frames < FRAMES_PER_TURN && batch.size() < BYTES_PER_TURN; frames++) {
            long before = reader.position();
            finished = !reader.next(this);
            if (blocked) {
                reader.position(before);
                return false;
            }
            if (finished) {
                break;
            }
        }
        return true;
    }

    /** What the batch held is written, so an emptied file can go. */
    void written() throws IOException {
        if (finished && reader != null) {
            finished = false;
            reader = null;
            segments.removeFirst().delete();
        }
    }

    /** The batch was not written: begin anew some time. */
    void retryLater() {
        finished = false;
        reader = null;
    }

    private boolean needed() {
        if (segments.size() < 2) {
            return false;
        }
        long live = segments.stream().mapToLong(Segment::live).sum();
        return size() > 2 * live + slack;
    }

    @Override
    public void put(String path, long sequence, Placement placement) {
        QueuedMessage message = state.message(path, sequence);
        if (message == null || !(message.body() instanceof JournalBody body) || body.segment() != segments.getFirst()) {
            return;
        }
        if (state.busy(message)) {
            blocked = true;
            return;
        }
        batch.frame(records -> records.put(path, message));
    }

    @Override
    public void sessionState(String path, String session, byte[] ignored) {
        byte[] current = state.sessionState(path, session);
        if (current != null && sessionsDone.add(path + ' ' + session)) {
            batch.frame(records -> records.sessionState(path, session, current));
        }
    }

    @Override
    public void remember(String path, String messageId, long until) {
        if (state.remembered(path, messageId) == until) {
            batch.frame(records -> records.remember(path, messageId, until));
        }
    }

    @Override
    public void addRule(String path, RuleSpec rule) {
        if (state.hasRule(path, rule)) {
            batch.frame(records -> records.addRule(path, rule));
        }
    }

    @Override
    public void removeRule(String path, String name) {
        if (state.hasNoRule(path, name)) {
            batch.frame(records -> records.removeRule(path, name));
        }
    }

    @Override
    public void remove(String path, long sequence) {}

    @Override
    public void modify(
            String path, long sequence, QueuedMessage.State to, int deliveryCount, Map<String, Object> properties) {}

    @Override
    public void lastSequence(String path, long sequence) {}
}

package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.Body;
import io.tollgate.servicebus.broker.BrokerState;
import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Journal;
import io.tollgate.servicebus.broker.QueuedMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every change in append-only files. All changes of a turn are one write; a file is full at a certain size; the
 * oldest file is emptied into the newest when more than half of all bytes are needed no longer.
 */
public final class FileJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(FileJournal.class);

    private final Path directory;
    private final JournalOptions options;
    private final BrokerState state;
    private final DirectoryLock lock;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Batch batch = new Batch();
    private final BodyCache cache;
    private final Compaction compaction;

    private FileJournal(Path directory, JournalOptions options, BrokerState state) throws IOException {
        this.directory = directory;
        this.options = options;
        this.state = state;
        this.lock = DirectoryLock.acquire(directory);
        this.cache = new BodyCache(options.cacheBytes());
        this.compaction = new Compaction(segments, state, options.segmentBytes());
    }

    /** Opens the journal in a directory and puts all that it says back into the broker. */
    public static FileJournal open(Path directory, JournalOptions options, BrokerState state) throws IOException {
        FileJournal journal = new FileJournal(directory, options, state);
        try {
            journal.segments.addAll(new Recovery(directory, options.disk(), state).run());
            state.eachMessage(message -> count(message.body(), 1));
            if (journal.segments.isEmpty() || !journal.segments.getLast().takes(options.segmentBytes())) {
                journal.roll();
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Override
    public void write(List<Change> changes) throws IOException {
        batch.clear();
        for (Change change : changes) {
            batch.frame(records -> change.ops().forEach(op -> records.write(op)));
        }
        // a message that is put anew has left nothing behind yet
        append(message -> {});
    }

    private void append(Consumer<QueuedMessage> leaving) throws IOException {
        if (!batch.isEmpty()) {
            batch.writeTo(segments.getLast(), leaving, body -> {
                cache.add(body);
                count(body, 1);
            });
        }
    }

    @Override
    public void forget(QueuedMessage message) {
        if (message.body() instanceof JournalBody body) {
            cache.remove(body);
            count(body, -1);
        }
    }

    @Override
    public boolean tend() {
        try {
            if (!segments.getLast().takes(options.segmentBytes())) {
                segments.getLast().trim();
                roll();
            }
            batch.clear();
            boolean more = compaction.step(batch);
            append(this::forget);
            compaction.written();
            return more;
        } catch (IOException e) {
            log.warn("The journal cannot be tidied for now: {}", e.toString());
            compaction.retryLater();
            return false;
        }
    }

    /** Begins a new file, with what would be lost with the old ones: how far each queue has counted. */
    private void roll() throws IOException {
        long number = segments.isEmpty() ? 1 : segments.getLast().number() + 1;
        Segment next = Segment.create(directory, number, options.disk());
        batch.clear();
        batch.frame(records -> state.eachLastSequence(records::lastSequence));
        try {
            if (!batch.isEmpty()) {
                batch.writeTo(next, message -> {}, body -> {});
            }
        } catch (IOException e) {
            next.delete();
            throw e;
        }
        segments.add(next);
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
        lock.release();
    }

    @Override
    public long size() {
        return compaction.size();
    }

    private static void count(Body body, int sign) {
        JournalBody counted = (JournalBody) body;
        counted.segment().live(sign * (counted.length() + Compaction.RECORD_BYTES));
    }
}

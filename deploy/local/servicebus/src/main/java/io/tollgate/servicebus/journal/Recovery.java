package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.BrokerState;
import io.tollgate.servicebus.broker.Placement;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.topology.RuleSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files in order and puts what they say back into the broker. */
final class Recovery implements RecordVisitor {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    private final Path directory;
    private final Disk disk;
    private final BrokerState state;
    private final Set<String> unknown = new TreeSet<>();

    Recovery(Path directory, Disk disk, BrokerState state) {
        this.directory = directory;
        this.disk = disk;
        this.state = state;
    }

    List<Segment> run() throws IOException {
        List<Segment> segments = new ArrayList<>();
        try {
            // every header first: a journal that cannot be read as a whole is not touched
            for (Path file : files()) {
                segments.add(Segment.open(file, disk));
            }
            for (Segment segment : segments) {
                read(segment, segment == segments.get(segments.size() - 1));
            }
        } catch (IOException | RuntimeException e) {
            for (Segment segment : segments) {
                segment.close();
            }
            throw e;
        }
        unknown.forEach(path -> log.warn("The journal has messages of '{}', which is not declared; ignored", path));
        return segments;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("journal-\\d{8}\\.log"))
                    .sorted()
                    .toList();
        }
    }

    private void read(Segment segment, boolean last) throws IOException {
        SegmentReader reader = new SegmentReader(segment);
        while (reader.next(this)) {
            // each frame has told its records
        }
        long torn = segment.size() - reader.position();
        if (torn <= 0) {
            return;
        }
        if (!last) {
            throw new JournalException(segment + " is damaged at " + reader.position() + ", before its end.");
        }
        log.warn("{} ended within a write; {} bytes that nobody was promised are cut", segment, torn);
        segment.cut(reader.position());
    }

    private boolean known(String path) {
        boolean known = state.knows(path);
        if (!known) {
            unknown.add(path);
        }
        return known;
    }

    @Override
    public void put(String path, long sequence, Placement placement) {
        if (known(path)) {
            state.put(path, sequence, placement);
        }
    }

    @Override
    public void remove(String path, long sequence) {
        if (known(path)) {
            state.remove(path, sequence);
        }
    }

    @Override
    public void modify(
            String path, long sequence, QueuedMessage.State to, int deliveryCount, Map<String, Object> properties) {
        if (known(path)) {
            state.modify(path, sequence, to, deliveryCount, properties);
        }
    }

    @Override
    public void sessionState(String path, String session, byte[] value) {
        if (known(path)) {
            state.sessionState(path, session, value);
        }
    }

    @Override
    public void remember(String path, String messageId, long until) {
        if (known(path)) {
            state.remember(path, messageId, until);
        }
    }

    @Override
    public void lastSequence(String path, long sequence) {
        if (known(path)) {
            state.lastSequence(path, sequence);
        }
    }

    @Override
    public void addRule(String path, RuleSpec rule) {
        if (known(path)) {
            state.addRule(path, rule);
        }
    }

    @Override
    public void removeRule(String path, String name) {
        if (known(path)) {
            state.removeRule(path, name);
        }
    }
}

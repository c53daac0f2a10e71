package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.QueuedMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Frames that are written together. */
final class Batch {

    private final Buffer buffer = new Buffer();
    private final List<Placed> placed = new ArrayList<>();

    /** A message and where in the batch its bytes are. */
    record Placed(QueuedMessage message, int at, byte[] bytes) {}

    void clear() {
        buffer.clear();
        placed.clear();
    }

    boolean isEmpty() {
        return buffer.position() == 0;
    }

    int size() {
        return buffer.position();
    }

    /** Adds one frame; a change without parts, such as a dropped duplicate, leaves none. */
    void frame(Consumer<Records> content) {
        int start = buffer.position();
        buffer.putInt(0).putInt(0);
        content.accept(new Records(buffer, (message, at, bytes) -> placed.add(new Placed(message, at, bytes))));
        int payload = start + SegmentReader.FRAME_HEADER;
        int length = buffer.position() - payload;
        if (length == 0) {
            buffer.rewind(start);
            return;
        }
        int checksum = SegmentReader.checksum(ByteBuffer.wrap(buffer.array(), payload, length));
        buffer.putInt(start, length).putInt(start + Integer.BYTES, checksum);
    }

    /** Writes all frames; on return the messages' bytes are where {@code placing} is told. */
    void writeTo(Segment segment, Consumer<QueuedMessage> leaving, Consumer<JournalBody> arriving) throws IOException {
        long base = segment.size();
        segment.append(buffer.written());
        for (Placed each : placed) {
            JournalBody body = new JournalBody(segment, base + each.at(), each.bytes().length, each.bytes());
            leaving.accept(each.message());
            each.message().body(body);
            arriving.accept(body);
        }
    }
}

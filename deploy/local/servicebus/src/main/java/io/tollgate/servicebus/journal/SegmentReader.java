package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.Placement;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.message.Codec;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;

/** Reads a segment frame by frame; a frame is one change, and counts only when its checksum does. */
final class SegmentReader {

    static final int FRAME_HEADER = 8;
    private static final int WINDOW = 1 << 20;
    private static final QueuedMessage.State[] STATES = QueuedMessage.State.values();

    private final Segment segment;
    private long position = Segment.HEADER_BYTES;
    private long windowStart;
    private ByteBuffer window = ByteBuffer.allocate(0);

    SegmentReader(Segment segment) {
        this.segment = segment;
    }

    /** Where the next frame begins. */
    long position() {
        return position;
    }

    void position(long back) {
        position = back;
    }

    /** Shows the next frame's records; false at the end, or where the file is torn. */
    boolean next(RecordVisitor visitor) throws IOException {
        if (segment.size() - position < FRAME_HEADER) {
            return false;
        }
        ByteBuffer header = bytes(position, FRAME_HEADER);
        int length = header.getInt();
        int checksum = header.getInt();
        if (length <= 0 || length > segment.size() - position - FRAME_HEADER) {
            return false;
        }
        ByteBuffer frame = bytes(position + FRAME_HEADER, length);
        if (checksum(frame) != checksum) {
            return false;
        }
        show(frame, position + FRAME_HEADER, visitor);
        position += FRAME_HEADER + length;
        return true;
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private void show(ByteBuffer frame, long start, RecordVisitor visitor) {
        int origin = frame.position();
        try {
            while (frame.hasRemaining()) {
                record(frame, start - origin, visitor);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new JournalException(segment + " holds a record that cannot be read, at " + start + ".");
        }
    }

    private void record(ByteBuffer in, long base, RecordVisitor visitor) {
        int kind = in.get();
        switch (kind) {
            case Records.BODY -> in.position(in.position() + Integer.BYTES + in.getInt(in.position()));
            case Records.PUT -> put(in, base, visitor);
            case Records.REMOVE -> visitor.remove(Buffer.text(in), in.getLong());
            case Records.MODIFY ->
                visitor.modify(Buffer.text(in), in.getLong(), STATES[in.get()], in.getInt(), properties(in));
            case Records.SESSION_STATE -> visitor.sessionState(Buffer.text(in), Buffer.text(in), Buffer.bytes(in));
            case Records.REMEMBER -> visitor.remember(Buffer.text(in), Buffer.text(in), in.getLong());
            case Records.LAST_SEQUENCE -> visitor.lastSequence(Buffer.text(in), in.getLong());
            case Records.ADD_RULE -> visitor.addRule(Buffer.text(in), RuleRecord.decode(Buffer.bytes(in)));
            case Records.REMOVE_RULE -> visitor.removeRule(Buffer.text(in), Buffer.text(in));
            default -> throw new JournalException(segment + " holds a record of unknown kind " + kind + ".");
        }
    }

    private void put(ByteBuffer in, long base, RecordVisitor visitor) {
        String path = Buffer.text(in);
        long sequence = in.getLong();
        QueuedMessage.State state = STATES[in.get()];
        long enqueuedSequence = in.getLong();
        long enqueuedTime = in.getLong();
        long expiresAt = in.getLong();
        long scheduledTime = in.getLong();
        int deliveryCount = in.getInt();
        String sessionId = Buffer.text(in);
        String source = Buffer.text(in);
        Map<String, Object> properties = properties(in);
        long bodyAt = base + in.position() - in.getInt();
        int length = in.getInt();
        visitor.put(
                path,
                sequence,
                new Placement(
                        new JournalBody(segment, bodyAt, length, null),
                        state,
                        enqueuedSequence,
                        enqueuedTime,
                        expiresAt,
                        scheduledTime,
                        sessionId,
                        source,
                        deliveryCount,
                        properties));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(ByteBuffer in) {
        byte[] encoded = Buffer.bytes(in);
        return encoded == null
                ? Map.of()
                : (Map<String, Object>) Codec.current().decode(encoded, 0, encoded.length);
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        if (from < windowStart || from + length > windowStart + window.limit()) {
            int wanted = (int) Math.min(Math.max(WINDOW, length), segment.size() - from);
            window = ByteBuffer.wrap(segment.read(from, wanted));
            windowStart = from;
        }
        int at = (int) (from - windowStart);
        return window.duplicate().position(at).limit(at + length);
    }
}

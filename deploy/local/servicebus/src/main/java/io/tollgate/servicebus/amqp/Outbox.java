package io.tollgate.servicebus.amqp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;

/** Bytes on their way to one client. */
final class Outbox {

    private static final int CHUNK = 64 * 1024;

    private final Deque<ByteBuffer> full = new ArrayDeque<>();
    private ByteBuffer filling = ByteBuffer.allocate(4096);
    private long size;

    void add(ProtonBuffer frame) {
        int length = frame.getReadableBytes();
        if (filling.remaining() < length) {
            if (filling.position() > 0) {
                full.add(filling.flip());
            }
            filling = ByteBuffer.allocate(Math.max(CHUNK, length));
        }
        int limit = filling.limit();
        filling.limit(filling.position() + length);
        frame.readBytes(filling);
        filling.limit(limit);
        size += length;
    }

    /** How many bytes wait. */
    long size() {
        return size;
    }

    /** Writes what the socket takes. */
    void writeTo(SocketChannel channel) throws IOException {
        if (filling.position() > 0) {
            if (full.isEmpty()) {
                filling.flip();
                size -= channel.write(filling);
                filling.compact();
                return;
            }
            full.add(filling.flip());
            filling = ByteBuffer.allocate(CHUNK);
        }
        while (!full.isEmpty()) {
            ByteBuffer first = full.peek();
            size -= channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            full.poll();
        }
    }
}

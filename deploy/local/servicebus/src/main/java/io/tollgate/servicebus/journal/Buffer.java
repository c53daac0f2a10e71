package io.tollgate.servicebus.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A byte buffer that grows as it is written. */
final class Buffer {

    private static final int KEPT = 4 << 20;

    private ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);

    Buffer clear() {
        if (bytes.capacity() > KEPT) {
            bytes = ByteBuffer.allocate(64 * 1024);
        }
        bytes.clear();
        return this;
    }

    void rewind(int to) {
        bytes.position(to);
    }

    int position() {
        return bytes.position();
    }

    Buffer put(int value) {
        room(1).put((byte) value);
        return this;
    }

    Buffer putInt(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Buffer putInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    Buffer putLong(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Buffer putBytes(byte[] value) {
        putInt(value == null ? -1 : value.length);
        if (value != null) {
            room(value.length).put(value);
        }
        return this;
    }

    Buffer putText(String value) {
        return putBytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] array() {
        return bytes.array();
    }

    ByteBuffer written() {
        return bytes.duplicate().flip();
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + length));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    /** Reads what {@link #putBytes} wrote. */
    static byte[] bytes(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0) {
            return null;
        }
        byte[] value = new byte[length];
        from.get(value);
        return value;
    }

    static String text(ByteBuffer from) {
        byte[] value = bytes(from);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}

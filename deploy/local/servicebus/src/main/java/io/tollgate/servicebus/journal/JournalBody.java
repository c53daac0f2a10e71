package io.tollgate.servicebus.journal;

import io.tollgate.servicebus.broker.Body;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message's bytes in a segment; the latest are on the heap too, the rest are read when they are delivered. */
final class JournalBody implements Body {

    private final Segment segment;
    private final long offset;
    private final int length;
    private byte[] cached;

    JournalBody(Segment segment, long offset, int length, byte[] cached) {
        this.segment = segment;
        this.offset = offset;
        this.length = length;
        this.cached = cached;
    }

    Segment segment() {
        return segment;
    }

    boolean cached() {
        return cached != null;
    }

    void evict() {
        cached = null;
    }

    @Override
    public byte[] bytes() {
        byte[] bytes = cached;
        return bytes == null ? read() : bytes;
    }

    @Override
    public int length() {
        return length;
    }

    private byte[] read() {
        try {
            return segment.read(offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException("A message cannot be read back from " + segment, e);
        }
    }
}

package io.tollgate.servicebus.broker;

/** The encoded message as sent, wherever it lies. */
public interface Body {

    byte[] bytes();

    int length();

    /** A body kept on the heap. */
    static Body of(byte[] bytes) {
        return new OnHeap(bytes);
    }

    /** Bytes on the heap. */
    record OnHeap(byte[] bytes) implements Body {
        @Override
        public int length() {
            return bytes.length;
        }
    }
}

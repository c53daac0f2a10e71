package io.tollgate.servicebus.message;

import java.util.Arrays;

/** Cutting and joining byte arrays. */
final class Bytes {

    private Bytes() {}

    static byte[] range(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] joined = Arrays.copyOf(parts[0], length);
        int position = parts[0].length;
        for (int i = 1; i < parts.length; i++) {
            System.arraycopy(parts[i], 0, joined, position, parts[i].length);
            position += parts[i].length;
        }
        return joined;
    }
}

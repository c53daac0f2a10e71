package io.tollgate.delivery;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Makes a bus that has no such entity one that is too busy for it: the AMQP error is rewritten, in its length. */
final class BusyAnswers implements UnaryOperator<byte[]> {
    private static final byte SYMBOL = (byte) 0xa3;
    private static final byte STRING = (byte) 0xa1;
    private static final byte[] NOT_FOUND = bytes("amqp:not-found");
    private static final byte[] SERVER_BUSY = bytes("com.microsoft:server-busy");
    private static final byte[] WORDS = bytes("Too many requests; try later ");

    private final AtomicInteger given = new AtomicInteger();

    int given() {
        return given.get();
    }

    @Override
    public byte[] apply(byte[] answer) {
        for (int i = 0; i + NOT_FOUND.length + 4 < answer.length; i++) {
            if (isNotFound(answer, i)) {
                rewrite(answer, i);
                given.incrementAndGet();
            }
        }
        return answer;
    }

    private static boolean isNotFound(byte[] answer, int at) {
        if (answer[at] != SYMBOL || answer[at + 1] != NOT_FOUND.length) {
            return false;
        }
        for (int i = 0; i < NOT_FOUND.length; i++) {
            if (answer[at + 2 + i] != NOT_FOUND[i]) {
                return false;
            }
        }
        return answer[at + 2 + NOT_FOUND.length] == STRING;
    }

    // What the longer symbol takes the words give.
    private static void rewrite(byte[] answer, int at) {
        int end = at + 2 + NOT_FOUND.length + 2 + Byte.toUnsignedInt(answer[at + 3 + NOT_FOUND.length]);
        answer[at + 1] = (byte) SERVER_BUSY.length;
        System.arraycopy(SERVER_BUSY, 0, answer, at + 2, SERVER_BUSY.length);
        int words = at + 2 + SERVER_BUSY.length;
        answer[words] = STRING;
        answer[words + 1] = (byte) (end - words - 2);
        for (int i = words + 2; i < end; i++) {
            answer[i] = WORDS[(i - words - 2) % WORDS.length];
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

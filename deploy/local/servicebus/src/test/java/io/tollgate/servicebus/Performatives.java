package io.tollgate.servicebus;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** Reads what was sent on a connection frame by frame, by eye as it were: no library is asked. */
final class Performatives {

    private static final String[] NAMES = {
        "open", "begin", "attach", "flow", "transfer", "disposition", "detach", "end", "close"
    };
    private static final int PROTOCOL_HEADER = 8;
    private static final int FIRST = 0x10;
    private static final byte LIST8 = (byte) 0xc0;
    private static final byte LIST32 = (byte) 0xd0;

    private Performatives() {}

    /** The smallest number of fields that each kind of performative had. */
    static Map<String, Integer> fewestFields(byte[] sent) {
        Map<String, Integer> fewest = new TreeMap<>();
        ByteBuffer in = ByteBuffer.wrap(sent).position(PROTOCOL_HEADER);
        while (in.remaining() > 0) {
            int end = in.position() + in.getInt(in.position());
            if (end > in.position() + PROTOCOL_HEADER) {
                // a descriptor of three bytes follows the frame's header
                in.position(in.position() + PROTOCOL_HEADER + 2);
                fewest.merge(NAMES[in.get() - FIRST], fields(in), Math::min);
            }
            in.position(end);
        }
        return fewest;
    }

    private static int fields(ByteBuffer in) {
        byte kind = in.get();
        if (kind == LIST8) {
            return in.get(in.position() + 1) & 0xff;
        }
        return kind == LIST32 ? in.getInt(in.position() + Integer.BYTES) : 0;
    }
}

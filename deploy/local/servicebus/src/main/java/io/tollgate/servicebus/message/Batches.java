package io.tollgate.servicebus.message;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Data;

/** Azure's batch: one transfer whose data sections are whole messages. */
public final class Batches {

    /** The message format that marks a batch. */
    public static final int FORMAT = 0x80013700;

    private Batches() {}

    /** The messages of one transfer. */
    public static List<byte[]> split(byte[] transfer, int format) {
        if (format != FORMAT) {
            return List.of(transfer);
        }
        Sections sections = new Sections(transfer);
        List<byte[]> messages = new ArrayList<>();
        int from = sections.bodyStart();
        while (from < transfer.length) {
            Object section = Codec.current().decode(transfer, from, transfer.length - from);
            if (!(section instanceof Data data)) {
                throw new MalformedMessage("a batch holds something that is no data section");
            }
            Binary value = data.getValue();
            messages.add(
                    Bytes.range(value.getArray(), value.getArrayOffset(), value.getArrayOffset() + value.getLength()));
            from += dataLength(transfer, from);
        }
        return messages;
    }

    private static int dataLength(byte[] bytes, int at) {
        int code = at + (bytes[at + 1] == 0x53 ? 3 : 10);
        if (bytes[code] == (byte) 0xa0) {
            return code + 2 + (bytes[code + 1] & 0xff) - at;
        }
        int length = ByteBuffer.wrap(bytes, code + 1, 4).getInt();
        return code + 5 + length - at;
    }
}

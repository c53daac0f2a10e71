package io.tollgate.servicebus.message;

import java.util.Arrays;

/**
 * Where each section of an encoded message begins and ends, found without decoding it, so that properties and body can be
 * passed on unchanged.
 */
final class Sections {

    static final int HEADER = 0x70;
    static final int DELIVERY_ANNOTATIONS = 0x71;
    static final int MESSAGE_ANNOTATIONS = 0x72;
    static final int PROPERTIES = 0x73;
    static final int APPLICATION_PROPERTIES = 0x74;
    static final int DATA = 0x75;
    static final int FOOTER = 0x78;
    private static final int MOST_NESTED = 20;

    private final byte[] bytes;
    private final int[] starts = new int[FOOTER - HEADER + 1];
    private final int[] ends = new int[FOOTER - HEADER + 1];
    private int bodyStart = -1;
    private int position;

    Sections(byte[] bytes) {
        this.bytes = bytes;
        Arrays.fill(starts, -1);
        try {
            while (position < bytes.length) {
                section();
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new MalformedMessage("the message ends within a section");
        }
        if (position != bytes.length) {
            throw new MalformedMessage("the message ends within a section");
        }
    }

    boolean has(int section) {
        return starts[section - HEADER] >= 0;
    }

    int start(int section) {
        return starts[section - HEADER];
    }

    int end(int section) {
        return ends[section - HEADER];
    }

    /** Where the application properties are, or would be. */
    int bareStart() {
        int start = bytes.length;
        for (int section = PROPERTIES; section <= FOOTER; section++) {
            if (has(section)) {
                start = Math.min(start, start(section));
            }
        }
        return start;
    }

    /** Where the body and footer begin. */
    int bodyStart() {
        return bodyStart < 0 ? bytes.length : bodyStart;
    }

    private void section() {
        int start = position;
        int descriptor = descriptor();
        skipValue();
        int index = descriptor - HEADER;
        if (starts[index] < 0) {
            starts[index] = start;
        }
        ends[index] = position;
        if (descriptor >= DATA && bodyStart < 0) {
            bodyStart = start;
        }
    }

    private int descriptor() {
        if (bytes[position++] != 0) {
            throw new MalformedMessage("a section does not begin with a descriptor");
        }
        int code = bytes[position++] & 0xff;
        long descriptor;
        if (code == 0x53) {
            descriptor = bytes[position++] & 0xff;
        } else if (code == 0x80) {
            descriptor = ((long) readInt() << 32) | (readInt() & 0xffffffffL);
        } else {
            throw new MalformedMessage("a section's descriptor is of an unknown kind");
        }
        if (descriptor < HEADER || descriptor > FOOTER) {
            throw new MalformedMessage("unknown section 0x" + Long.toHexString(descriptor));
        }
        return (int) descriptor;
    }

    private void skipValue() {
        skipValue(0);
    }

    private void skipValue(int depth) {
        if (depth > MOST_NESTED) {
            throw new MalformedMessage("descriptors are nested too deeply");
        }
        int code = bytes[position++] & 0xff;
        long length =
                switch (code >> 4) {
                    case 0x4 -> 0;
                    case 0x5 -> 1;
                    case 0x6 -> 2;
                    case 0x7 -> 4;
                    case 0x8 -> 8;
                    case 0x9 -> 16;
                    case 0xa, 0xc, 0xe -> bytes[position++] & 0xff;
                    case 0xb, 0xd, 0xf -> readInt() & 0xffffffffL;
                    case 0x0 -> {
                        skipValue(depth + 1);
                        skipValue(depth + 1);
                        yield 0;
                    }
                    default -> throw new MalformedMessage("unknown type 0x" + Integer.toHexString(code));
                };
        if (length > bytes.length - position) {
            throw new MalformedMessage("the message ends within a section");
        }
        position += (int) length;
    }

    private int readInt() {
        return (bytes[position++] & 0xff) << 24
                | (bytes[position++] & 0xff) << 16
                | (bytes[position++] & 0xff) << 8
                | (bytes[position++] & 0xff);
    }
}

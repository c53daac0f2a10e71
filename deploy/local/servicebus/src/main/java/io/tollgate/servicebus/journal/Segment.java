package io.tollgate.servicebus.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the journal. */
final class Segment {

    private static final Logger log = LoggerFactory.getLogger(Segment.class);

    static final int VERSION = 1;
    static final int HEADER_BYTES = 12;
    private static final long MAGIC = 0x53424A4F55524E4CL;

    private final Path file;
    private final long number;
    private final Disk disk;
    private final FileChannel channel;
    private long size;
    private long live;
    private boolean torn;

    private Segment(Path file, long number, Disk disk, FileChannel channel) {
        this.file = file;
        this.number = number;
        this.disk = disk;
        this.channel = channel;
    }

    static Segment create(Path directory, long number, Disk disk) throws IOException {
        Path file = directory.resolve(String.format("journal-%08d.log", number));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Segment segment = new Segment(file, number, disk, channel);
        try {
            channel.truncate(0);
            segment.append(ByteBuffer.allocate(HEADER_BYTES)
                    .putLong(MAGIC)
                    .putInt(VERSION)
                    .flip());
        } catch (IOException e) {
            segment.delete();
            throw e;
        }
        return segment;
    }

    /** Opens a file that is there; one whose header was never finished is empty. */
    static Segment open(Path file, Disk disk) throws IOException {
        String name = file.getFileName().toString();
        long number = Long.parseLong(name.substring("journal-".length(), name.length() - ".log".length()));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Segment segment = new Segment(file, number, disk, channel);
        segment.size = channel.size();
        segment.checkHeader();
        return segment;
    }

    private void checkHeader() throws IOException {
        if (size < HEADER_BYTES) {
            return;
        }
        ByteBuffer header = ByteBuffer.wrap(read(0, HEADER_BYTES));
        if (header.getLong() != MAGIC) {
            throw new JournalException(file + " is no journal; it is left as it is.");
        }
        int version = header.getInt();
        if (version > VERSION) {
            throw new JournalException(file + " was written by a newer version (format " + version
                    + "); this one reads formats up to " + VERSION + ". It is left as it is.");
        }
    }

    /** Writes all of it or, as far as the file tells, nothing. */
    void append(ByteBuffer bytes) throws IOException {
        trim();
        long start = size;
        try {
            while (bytes.hasRemaining()) {
                size += disk.write(channel, bytes, size);
            }
            disk.written(channel);
        } catch (IOException e) {
            size = start;
            cut(start);
            throw e;
        }
    }

    /** Drops what follows; should even that fail, it is tried again before anything is written. */
    void cut(long end) {
        size = end;
        torn = true;
        try {
            trim();
        } catch (IOException e) {
            log.warn("The torn end of {} cannot be cut for now: {}", file, e.toString());
        }
    }

    void trim() throws IOException {
        if (torn) {
            channel.truncate(size);
            torn = false;
        }
    }

    /** Whether it has a header and room. */
    boolean takes(long most) {
        return size >= HEADER_BYTES && size < most;
    }

    byte[] read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, offset + bytes.position());
            if (count < 0) {
                throw new EOFException(file + " ends at " + channel.size());
            }
        }
        return bytes.array();
    }

    long number() {
        return number;
    }

    long size() {
        return size;
    }

    long live() {
        return live;
    }

    void live(long change) {
        live += change;
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

package io.tollgate.servicebus.journal;

/** How large a file grows, how many bytes of bodies stay on the heap, and how bytes get to the disk. */
public record JournalOptions(long segmentBytes, long cacheBytes, Disk disk) {

    public static final JournalOptions DEFAULTS = new JournalOptions(16L << 20, 32L << 20, Disk.WRITE);

    public JournalOptions withDisk(Disk other) {
        return new JournalOptions(segmentBytes, cacheBytes, other);
    }
}

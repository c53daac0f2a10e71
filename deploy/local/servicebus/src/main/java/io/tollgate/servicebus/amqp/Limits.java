package io.tollgate.servicebus.amqp;

/** What one client may take of the bus before its connection is closed. */
public record Limits(
        int maxMessageSize,
        int maxConnections,
        int maxLinks,
        long openMillis,
        int idleMillis,
        long highWaterBytes,
        long unfinishedBytes) {

    /** 1 MiB messages, 1,000 connections of 5,000 links, two minutes of silence, 4 MiB unread, 64 MiB unfinished. */
    public static final Limits DEFAULTS = new Limits(1 << 20, 1000, 5000, 15_000, 120_000, 4L << 20, 64L << 20);

    public Limits withMaxMessageSize(int other) {
        return new Limits(other, maxConnections, maxLinks, openMillis, idleMillis, highWaterBytes, unfinishedBytes);
    }
}

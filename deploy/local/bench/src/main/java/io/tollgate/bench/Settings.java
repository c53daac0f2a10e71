package io.tollgate.bench;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How thoroughly is measured. */
final class Settings {
    @Option(names = "--checkout", defaultValue = ".", description = "the built checkout (default: here)")
    Path checkout;

    @Option(
            names = "--warm-up",
            defaultValue = "150000",
            description = "requests of each kind before any counts (default: ${DEFAULT-VALUE})")
    int warmUp;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            description = "how often each kind is measured, beside the others (default: ${DEFAULT-VALUE})")
    int rounds;

    @Option(
            names = "--requests",
            defaultValue = "10000",
            description = "requests of each kind in a round (default: ${DEFAULT-VALUE})")
    int requests;

    @Option(
            names = "--per-second",
            defaultValue = "0",
            description = "measured requests a second; 0: as fast as they are answered (default: ${DEFAULT-VALUE})")
    int perSecond;

    @Option(
            names = "--connections",
            defaultValue = "32",
            description = "kept connections of the load (default: ${DEFAULT-VALUE})")
    int connections;

    @Option(
            names = "--heap",
            defaultValue = "512",
            description = "megabytes of each measured process (default: ${DEFAULT-VALUE})")
    int heap;

    @Option(
            names = "--database",
            defaultValue = "file",
            description = "H2 in a file or in memory (default: ${DEFAULT-VALUE})")
    String database;

    @Option(
            names = "--rows",
            defaultValue = "100000",
            description = "orders of one caller, or products (default: ${DEFAULT-VALUE})")
    int rows;

    @Option(names = "--threads", description = "also say which threads the time went to")
    boolean threads;
}

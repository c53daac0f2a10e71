package io.tollgate.bench;

import io.tollgate.bench.figures.Table;
import io.tollgate.bench.server.Jvm;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** Where and when the figures were seen: without it they say little. */
final class Machine {
    private Machine() {}

    static String describe(Jvm jvm) {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return Table.figure(
                "%d cores, %s %s, %s, load average %.1f",
                system.getAvailableProcessors(),
                system.getName(),
                system.getArch(),
                jvm,
                system.getSystemLoadAverage());
    }
}

package io.tollgate.cli.platform;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Resident memory of processes, as the operating system counts it. */
public final class Memory {

    private Memory() {}

    /** The sum over those processes in MiB; 0 when the machine has no {@code ps}. */
    public static long residentMegabytes(List<Running> processes) {
        if (processes.isEmpty()) {
            return 0;
        }
        String pids = processes.stream().map(p -> String.valueOf(p.pid())).collect(Collectors.joining(","));
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pids).start();
            return new String(ps.getInputStream().readAllBytes())
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .mapToLong(Long::parseLong)
                            .sum()
                    / 1024;
        } catch (IOException noPs) {
            return 0;
        }
    }
}

package io.tollgate.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time that a process has used so far, user and system; where Linux tells it, also by the names of its threads. */
public record CpuTime(Duration whole, Map<String, Duration> byThread) {
    private static final String COMPILER = "C[12] Compiler.*";
    private static final String COMPILERS = "compiler";

    static CpuTime of(ProcessHandle process) {
        Duration whole = process.info().totalCpuDuration().orElseThrow();
        Map<String, Duration> byThread = new TreeMap<>();
        Path tasks = Path.of("/proc/" + process.pid() + "/task");
        if (Files.isDirectory(tasks)) {
            try (Stream<Path> threads = Files.list(tasks)) {
                threads.forEach(thread -> add(thread, byThread));
            } catch (IOException gone) {
                // as on a system that does not tell: the whole stands
            }
        }
        return new CpuTime(whole, byThread);
    }

    public CpuTime minus(CpuTime earlier) {
        Map<String, Duration> used = new TreeMap<>();
        byThread.forEach(
                (name, time) -> used.put(name, time.minus(earlier.byThread.getOrDefault(name, Duration.ZERO))));
        return new CpuTime(whole.minus(earlier.whole), used);
    }

    /** All but the just-in-time compiler's: what goes on when everything is compiled. */
    public Duration withoutCompiler() {
        return whole.minus(byThread.getOrDefault(COMPILERS, Duration.ZERO));
    }

    private static void add(Path thread, Map<String, Duration> byThread) {
        try {
            String name = Files.readString(thread.resolve("comm")).strip();
            String nanos = Files.readString(thread.resolve("schedstat")).split(" ")[0];
            byThread.merge(group(name), Duration.ofNanos(Long.parseLong(nanos)), Duration::plus);
        } catch (IOException ended) {
            // its time is in the whole
        }
    }

    /** Threads of one pool have one name but for their number; Linux cuts names at 15 characters. */
    static String group(String name) {
        return name.matches(COMPILER) ? COMPILERS : name.replaceAll("[-#.]?\\d+.*$", "");
    }
}

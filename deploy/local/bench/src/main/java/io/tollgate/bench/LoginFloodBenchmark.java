package io.tollgate.bench;

import io.tollgate.bench.figures.Samples;
import io.tollgate.bench.figures.Table;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Flood;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.server.Pause;
import io.tollgate.bench.server.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a flood of wrong passwords does to callers who are known, and to a good login from another address. */
@Command(name = "login-flood", description = "Known callers' p99 beside 1,000 wrong passwords a second.")
final class LoginFloodBenchmark implements Runnable {
    /** Floods before any counts, each with 32 hashes: a hash that is not compiled takes a second and more. */
    private static final int WARMING = 4;

    @Mixin
    Settings settings;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "wrong passwords a second (default: ${DEFAULT-VALUE})")
    int rate;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "of each half of a round (default: ${DEFAULT-VALUE})")
    int seconds;

    private final Table table = new Table(
            "round", "calm p50 / p99 ms", "flooded p50 / p99 ms", "p99 ratio", "new good login ms", "flood's answers");

    @Override
    public void run() {
        Run.with(settings, this::measure);
    }

    private void measure(Platform platform, Callers callers) {
        try (Door door = new Door(platform, true);
                Load known = new Load(1)) {
            warmUp(door);
            List<Double> ratios = new ArrayList<>();
            for (int round = 1; round <= settings.rounds; round++) {
                ratios.add(round(round, door, known));
            }
            System.out.println(table);
            System.out.println(Table.figure(
                    "p99 of known callers, median of the ratios: %.2f (goal: at most 1.5)",
                    Samples.of(ratios.stream().mapToDouble(each -> each).toArray())
                            .median()));
        }
    }

    /** That callers are known, that passwords are refused, and that they are hashed, from addresses that no round has. */
    private void warmUp(Door door) {
        try (Load load = new Load(settings.connections)) {
            load.send(settings.warmUp, i -> door.knock(Door.KEY, Door.EMAIL, Door.PASSWORD, 200));
            load.send(settings.warmUp, i -> wrong(door, i));
        }
        for (int address = 1; address <= WARMING; address++) {
            try (Flood flood = new Flood(rate, "127.0.2." + address, i -> wrong(door, i))) {
                Pause.of(Duration.ofSeconds(seconds));
            }
        }
    }

    private static Call wrong(Door door, int i) {
        return door.knock(Door.KEY, "victim" + i % 500 + "@bench.example", "wrong " + i, Call.ANY);
    }

    private double round(int number, Door door, Load known) {
        Samples calm = paced(door, known);
        try (Flood flood = new Flood(rate, "127.0.1." + number, i -> wrong(door, i))) {
            Pause.of(Duration.ofSeconds(1));
            double login = flood.millisFrom("127.0.0." + (10 + number), door.newLogin(number));
            Samples flooded = paced(door, known);
            double ratio = flooded.percentile(99) / calm.percentile(99);
            table.row(
                    "" + number,
                    times(calm),
                    times(flooded),
                    Table.figure("%.2f", ratio),
                    Table.figure("%.0f", login),
                    flood.answers());
            return ratio;
        }
    }

    /** A hundred a second, one after another. */
    private Samples paced(Door door, Load known) {
        long[] nanos = new long[seconds * 100];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = known.send(1, each -> door.knock(Door.KEY, Door.EMAIL, Door.PASSWORD, 200))[0];
            Pause.of(Duration.ofMillis(10));
        }
        return Samples.millis(nanos);
    }

    private static String times(Samples samples) {
        return Table.figure("%.1f / %.1f", samples.median(), samples.percentile(99));
    }
}

package io.tollgate.bench;

import io.tollgate.bench.figures.Difference;
import io.tollgate.bench.figures.Samples;
import io.tollgate.bench.figures.Table;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.UnexpectedAnswer;
import io.tollgate.bench.server.Pause;
import io.tollgate.bench.server.Platform;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the time of a refusal tells who exists, or how much of a key is right. */
@Command(
        name = "credential-timing",
        description = "Refused passwords and keys, in turn: can they be told apart by time?")
final class CredentialTimingBenchmark implements Runnable {
    private static final int BUSY = 503;

    private static final int TRIES = 10;

    @Mixin
    Settings settings;

    @Option(names = "--pairs", defaultValue = "1000", description = "refusals of each kind (default: ${DEFAULT-VALUE})")
    int pairs;

    private final Random random = new Random();
    private final Table table =
            new Table("refused", "median ms", "beside", "median ms", "Welch t", "KS D", "KS p", "seen");

    @Override
    public void run() {
        Run.with(settings, this::measure);
    }

    private void measure(Platform platform, Callers callers) {
        try (Door door = new Door(platform, false);
                Load load = new Load(1)) {
            load.send(50, i -> door.knock(Door.KEY, Door.EMAIL, "warm " + i, 401));
            load.send(500, i -> door.knock(fresh(), 401));
            load.answer(door.knock(Door.KEY, 200));
            row(
                    load,
                    "unknown user",
                    "wrong password",
                    i -> door.knock(Door.KEY, "user" + random.nextLong() + "@bench.example", "wrong " + i, 401),
                    i -> door.knock(Door.KEY, Door.EMAIL, "wrong " + i + " " + random.nextLong(), 401));
            row(
                    load,
                    "key equal in 40 of 51 characters",
                    "unknown key",
                    i -> door.knock(Door.KEY.substring(0, 40) + fresh().substring(40), 401),
                    i -> door.knock(fresh(), 401));
            System.out.println(table);
        }
    }

    /** Both kinds in turn, the first of the two by lot: whatever else happens on the machine happens to both. */
    private void row(Load load, String name, String beside, IntFunction<Call> one, IntFunction<Call> other) {
        double[] first = new double[pairs];
        double[] second = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            boolean swapped = random.nextBoolean();
            double[] pair =
                    pair(load, swapped ? other.apply(i) : one.apply(i), swapped ? one.apply(i) : other.apply(i));
            first[i] = pair[swapped ? 1 : 0];
            second[i] = pair[swapped ? 0 : 1];
        }
        Difference difference = Difference.of(first, second);
        table.row(
                name,
                Table.figure("%.2f", Samples.of(first).median()),
                beside,
                Table.figure("%.2f", Samples.of(second).median()),
                Table.figure("%.2f", difference.welch()),
                Table.figure("%.3f", difference.distance()),
                Table.figure("%.3f", difference.chance()),
                difference.isSeen() ? "yes" : "no");
    }

    /** Again as a whole, a few times, when a busy machine let one of them wait for too long. */
    private static double[] pair(Load load, Call before, Call after) {
        for (int tries = 1; ; tries++) {
            try {
                return new double[] {millis(load, before), millis(load, after)};
            } catch (UnexpectedAnswer late) {
                if (late.status() != BUSY || tries == TRIES) {
                    throw late;
                }
                Pause.of(Duration.ofSeconds(3));
            }
        }
    }

    private static double millis(Load load, Call call) {
        return load.send(1, i -> call)[0] / 1e6;
    }

    private String fresh() {
        StringBuilder key = new StringBuilder("tg_live_");
        while (key.length() < Door.KEY.length()) {
            key.append((char) ('a' + random.nextInt(26)));
        }
        return key.toString();
    }
}

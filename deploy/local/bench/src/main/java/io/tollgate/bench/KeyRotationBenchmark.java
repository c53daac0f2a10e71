package io.tollgate.bench;

import io.tollgate.bench.figures.Samples;
import io.tollgate.bench.figures.Table;
import io.tollgate.bench.load.Call;
import io.tollgate.bench.load.Callers;
import io.tollgate.bench.load.Load;
import io.tollgate.bench.load.Pace;
import io.tollgate.bench.server.Pause;
import io.tollgate.bench.server.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a client notices that its key is rotated, and how long a revoked one is still good, at two gateways. */
@Command(
        name = "key-rotation",
        description = "Rotations of a key under load: failed requests. Revocations: until the last success.")
final class KeyRotationBenchmark implements Runnable {
    private static final Duration OVERLAP = Duration.ofSeconds(8);
    /** Three seconds before the old key ends, the last part of the client has the new one. */
    private static final Duration MOVE = Duration.ofSeconds(5);

    private static final double SLOW_MILLIS = 2_000;
    private static final Duration GONE = Duration.ofSeconds(8);

    @Mixin
    Settings settings;

    @Option(names = "--rate", defaultValue = "500", description = "requests a second (default: ${DEFAULT-VALUE})")
    int rate;

    private final Queue<Pace.Answer> answers = new ConcurrentLinkedQueue<>();
    private final Table rotations =
            new Table("rotation", "requests", "other answers than 200", "p50 / p99 / slowest ms");
    private final Table revocations = new Table("revocation", "last success at gateway 1, ms after", "at gateway 2");
    private volatile String oldKey;
    private volatile String newKey;

    @Override
    public void run() {
        Run.with(settings, this::measure);
    }

    private void measure(Platform platform, Callers callers) {
        try (TwoDoors doors = new TwoDoors(platform, callers)) {
            KeyedClient client = doors.client();
            oldKey = newKey = client.secret();
            try (Load warming = new Load(settings.connections)) {
                warming.send(settings.warmUp, i -> call(doors, i));
            }
            try (Pace load = new Pace(rate, i -> call(doors, i), answers::add)) {
                requireCalm();
                int failed = 0;
                for (int number = 1; number <= settings.rounds; number++) {
                    failed += rotate(number, client);
                }
                for (int number = 1; number <= settings.rounds; number++) {
                    revoke(number, client, doors);
                }
                System.out.println(rotations);
                System.out.println(revocations);
                System.out.println("requests that failed during rotations: " + failed + " (goal: none)");
            }
        }
    }

    /** The gateways in turn, and the parts of the client that have the new key already beside those that have not. */
    private Call call(TwoDoors doors, int number) {
        String key = number / 2 % 2 == 0 ? oldKey : newKey;
        return new Call("GET", doors.urls().get(number % 2), Map.of("X-API-Key", key), new byte[0], 200);
    }

    /** Where requests fail or wait while nothing is rotated, what comes says nothing. */
    private void requireCalm() {
        Pause.of(OVERLAP);
        answers.clear();
        Pause.of(OVERLAP);
        List<Pace.Answer> told = List.copyOf(answers);
        Samples times = times(told);
        if (told.size() < rate * OVERLAP.toSeconds() * 9 / 10
                || !told.stream().allMatch(Pace.Answer::isGood)
                || times.percentile(99) > SLOW_MILLIS) {
            throw new IllegalStateException(
                    "this machine does not carry %d requests a second: %d answers in %d s, p99 %.0f ms"
                            .formatted(rate, told.size(), OVERLAP.toSeconds(), times.percentile(99)));
        }
    }

    private static Samples times(List<Pace.Answer> told) {
        return Samples.millis(told.stream()
                .mapToLong(answer -> answer.answeredAt() - answer.sentAt())
                .toArray());
    }

    private int rotate(int number, KeyedClient client) {
        answers.clear();
        newKey = client.rotate(OVERLAP);
        Pause.of(MOVE);
        oldKey = newKey;
        Pause.of(OVERLAP.minus(MOVE).plusSeconds(1));
        List<Pace.Answer> told = List.copyOf(answers);
        Map<Integer, Long> failed = told.stream()
                .filter(answer -> !answer.isGood())
                .collect(Collectors.groupingBy(Pace.Answer::status, TreeMap::new, Collectors.counting()));
        Samples times = times(told);
        rotations.row(
                "" + number,
                "" + told.size(),
                failed.isEmpty() ? "none" : failed.toString(),
                Table.figure("%.1f / %.1f / %.0f", times.median(), times.percentile(99), times.max()));
        return (int) failed.values().stream().mapToLong(each -> each).sum();
    }

    private void revoke(int number, KeyedClient client, TwoDoors doors) {
        long revokedAt = client.revoke();
        Pause.of(GONE);
        revocations.row("" + number, lastSuccess(doors, 0, revokedAt), lastSuccess(doors, 1, revokedAt));
        oldKey = newKey = client.another();
        Pause.of(Duration.ofSeconds(1));
        answers.clear();
        Pause.of(Duration.ofSeconds(1));
    }

    /** Of the requests that were sent with the revoked key, when the last one that was let pass was sent. */
    private String lastSuccess(TwoDoors doors, int gateway, long revokedAt) {
        return Table.figure(
                "%.0f",
                answers.stream()
                        .filter(Pace.Answer::isGood)
                        .filter(answer ->
                                answer.call().uri().equals(doors.urls().get(gateway)))
                        .mapToDouble(answer -> (answer.sentAt() - revokedAt) / 1e6)
                        .max()
                        .orElse(0));
    }
}

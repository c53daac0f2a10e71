package io.tollgate.cli.audit;

import io.tollgate.cli.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the books of every process and the other companies, and says what does not add up. */
public final class Audit {

    private static final long PAUSE_MILLIS = 500;
    private static final Check REST = new NothingWaits();
    private static final List<Check> CHECKS = List.of(
            new AcknowledgedOrdersExist(),
            new OrdersEnd(),
            new HistoriesArePaths(),
            new StockAddsUp(),
            new ReservationsEnded(),
            new PaymentsEnded(),
            new MoneyAddsUp(),
            new LedgerIsZero(),
            new ShipmentsEnded());

    private final Platform platform;

    public Audit(Platform platform) {
        this.platform = platform;
    }

    /**
     * What an audit found.
     *
     * @param orders how many orders were looked at
     * @param kept promises that hold
     * @param skipped promises that can only be told at rest, while it is not
     * @param flaws what does not add up, with ids
     */
    public record Report(int orders, List<String> kept, List<String> skipped, List<String> flaws) {

        public Report and(List<String> more) {
            return new Report(
                    orders,
                    kept,
                    skipped,
                    Stream.concat(flaws.stream(), more.stream()).toList());
        }
    }

    /** Waits until nothing is under way, at most so long, and then looks; being under way still is a flaw then. */
    public Report atRest(Acknowledged acknowledged, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (somethingWaits() && Instant.now().isBefore(end)) {
            pause();
        }
        return look(acknowledged);
    }

    private boolean somethingWaits() {
        try (Library library = Library.of(platform)) {
            return REST.flaws(new Evidence(library.books(), Acknowledged.UNKNOWN, Instant.now()))
                    .findAny()
                    .isPresent();
        }
    }

    /** Looks now. */
    public Report look(Acknowledged acknowledged) {
        try (Library library = Library.of(platform)) {
            return examined(new Evidence(library.books(), acknowledged, Instant.now()));
        }
    }

    static Report examined(Evidence evidence) {
        List<String> waiting = REST.flaws(evidence).toList();
        List<String> kept = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> flaws = new ArrayList<>(waiting);
        if (waiting.isEmpty()) {
            kept.add(REST.promise());
        }
        for (Check check : CHECKS) {
            if (check.needsRest() && !waiting.isEmpty()) {
                skipped.add(check.promise());
                continue;
            }
            List<String> found = check.flaws(evidence).toList();
            flaws.addAll(found);
            if (found.isEmpty()) {
                kept.add(check.promise());
            }
        }
        return new Report(evidence.orders().size(), kept, skipped, flaws);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

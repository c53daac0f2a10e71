package io.tollgate.gateway.caller.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * So many at once, the others in turn: one per address, so that a flood from one address does not keep others out, and
 * users at an address that is familiar before all strangers.
 * Everything below {@code drain} is done by one thread at a time, whichever comes by.
 */
@Component
final class FairQueue {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CallerProperties properties;
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();
    private final Lanes familiar;
    private final Lanes strangers;
    private final Map<String, Integer> runningOf = new HashMap<>();
    private int running;

    FairQueue(CallerProperties properties, MeterRegistry meters) {
        this.properties = properties;
        AtomicInteger waiting = meters.gauge("tollgate.gateway.passwords.waiting", new AtomicInteger());
        this.familiar = new Lanes(properties.passwordsWaiting(), properties.passwordsWaitingPerAddress(), waiting);
        this.strangers = new Lanes(properties.passwordsWaiting(), properties.passwordsWaitingPerAddress(), waiting);
    }

    /** Does the work when it is its turn; refused when too many wait, or when it takes too long. */
    <T> Mono<T> inTurn(String address, boolean isFamiliar, Mono<T> task) {
        return turn(address, isFamiliar ? familiar : strangers)
                .timeout(properties.passwordWait())
                .onErrorMap(TimeoutException.class, late -> new CallerRefused.DirectoryBusy(SOON))
                .flatMap(turn -> task.doFinally(signal -> turn.end()))
                .doOnDiscard(Turn.class, Turn::end);
    }

    private Mono<Turn> turn(String address, Lanes lanes) {
        return Mono.create(sink -> {
            Turn turn = new Turn(sink, ended -> submit(() -> oneEnded(address)));
            sink.onCancel(() -> {
                turn.end();
                submit(() -> lanes.leave(address, turn));
            });
            submit(() -> arrive(lanes, address, turn));
        });
    }

    private void submit(Runnable change) {
        arrivals.add(change);
        if (work.getAndIncrement() == 0) {
            drain();
        }
    }

    private void drain() {
        int missed = 1;
        do {
            for (Runnable change = arrivals.poll(); change != null; change = arrivals.poll()) {
                change.run();
            }
            startWhoeverIsNext();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private static void arrive(Lanes lanes, String address, Turn turn) {
        if (!lanes.arrive(address, turn)) {
            turn.refuse(new CallerRefused.DirectoryBusy(SOON));
        }
    }

    private void oneEnded(String address) {
        running--;
        runningOf.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    }

    private void startWhoeverIsNext() {
        boolean somebody = true;
        while (somebody && running < properties.passwordsAtOnce()) {
            Optional<Map.Entry<String, Turn>> next =
                    familiar.next(this::mayBegin).or(() -> strangers.next(this::mayBegin));
            next.ifPresent(turn -> start(turn.getKey(), turn.getValue()));
            somebody = next.isPresent();
        }
    }

    /** One address leaves a place to others: what it began may take long. */
    private boolean mayBegin(String address) {
        return runningOf.getOrDefault(address, 0) < Math.max(1, properties.passwordsAtOnce() - 1);
    }

    private void start(String address, Turn turn) {
        if (turn.start()) {
            running++;
            runningOf.merge(address, 1, Integer::sum);
        }
    }
}

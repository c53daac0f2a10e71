package io.tollgate.gateway.caller.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.gateway.caller.CallerProperties;
import io.tollgate.gateway.caller.CallerRefused;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * So many at once, the others in turn: one per address, so that a flood from one address does not keep others out.
 * Everything below {@code drain} is done by one thread at a time, whichever comes by.
 */
@Component
final class FairQueue {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final CallerProperties properties;
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();
    private final Map<String, Queue<Turn>> waiting = new LinkedHashMap<>();
    private final AtomicInteger waitingTurns = new AtomicInteger();
    private int running;

    FairQueue(CallerProperties properties, MeterRegistry meters) {
        this.properties = properties;
        meters.gauge("tollgate.gateway.passwords.waiting", waitingTurns);
    }

    /** Does the work when it is its turn; refused when too many wait, or when it takes too long. */
    <T> Mono<T> inTurn(String address, Mono<T> task) {
        return turn(address)
                .timeout(properties.passwordWait())
                .onErrorMap(TimeoutException.class, late -> new CallerRefused.DirectoryBusy(SOON))
                .flatMap(turn -> task.doFinally(signal -> turn.end()))
                .doOnDiscard(Turn.class, Turn::end);
    }

    private Mono<Turn> turn(String address) {
        return Mono.create(sink -> {
            Turn turn = new Turn(sink, ended -> submit(this::oneEnded));
            sink.onCancel(() -> {
                turn.end();
                submit(() -> leave(address, turn));
            });
            submit(() -> arrive(address, turn));
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

    private void arrive(String address, Turn turn) {
        Queue<Turn> same = waiting.get(address);
        boolean full = waitingTurns.get() >= properties.passwordsWaiting()
                || same != null && same.size() >= properties.passwordsWaitingPerAddress();
        if (full) {
            turn.refuse(new CallerRefused.DirectoryBusy(SOON));
        } else {
            waiting.computeIfAbsent(address, first -> new ArrayDeque<>()).add(turn);
            waitingTurns.incrementAndGet();
        }
    }

    private void leave(String address, Turn turn) {
        Queue<Turn> same = waiting.get(address);
        if (same != null && same.remove(turn)) {
            waitingTurns.decrementAndGet();
            if (same.isEmpty()) {
                waiting.remove(address);
            }
        }
    }

    private void oneEnded() {
        running--;
    }

    private void startWhoeverIsNext() {
        while (running < properties.passwordsAtOnce() && !waiting.isEmpty()) {
            if (next().start()) {
                running++;
            }
        }
    }

    /** The oldest of the address that waited longest; the address then goes to the end of the line. */
    private Turn next() {
        Map.Entry<String, Queue<Turn>> first = waiting.entrySet().iterator().next();
        waiting.remove(first.getKey());
        Turn turn = first.getValue().remove();
        waitingTurns.decrementAndGet();
        if (!first.getValue().isEmpty()) {
            waiting.put(first.getKey(), first.getValue());
        }
        return turn;
    }
}

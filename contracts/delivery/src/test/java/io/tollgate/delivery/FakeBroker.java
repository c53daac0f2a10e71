package io.tollgate.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Remembers what it is sent; fails where the test says so. */
final class FakeBroker implements MessageSender {
    private final List<OutboxRow> sent = new CopyOnWriteArrayList<>();
    private final Map<String, RuntimeException> failing = new ConcurrentHashMap<>();
    private final Map<String, Sinks.Empty<Void>> hanging = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Runnable afterSend = () -> {};
    private volatile Runnable beforeFailure = () -> {};

    @Override
    public Mono<Void> send(OutboxRow row) {
        return Mono.defer(() -> answered(row)).then(Mono.fromRunnable(() -> {
            RuntimeException failure = failing.getOrDefault(row.subject(), failing.get(row.destination()));
            if (failure != null) {
                beforeFailure.run();
                throw failure;
            }
            sent.add(row);
            afterSend.run();
        }));
    }

    private Mono<Void> answered(OutboxRow row) {
        asked.incrementAndGet();
        Sinks.Empty<Void> answer = hanging.getOrDefault(row.subject(), hanging.get(row.destination()));
        return answer == null ? Mono.empty() : answer.asMono();
    }

    void reset() {
        sent.clear();
        failing.clear();
        hanging.clear();
        asked.set(0);
        afterSend = () -> {};
        beforeFailure = () -> {};
    }

    void failFor(String subjectOrDestination, RuntimeException failure) {
        failing.put(subjectOrDestination, failure);
    }

    void failFor(String subjectOrDestination, RuntimeException failure, Runnable before) {
        beforeFailure = before;
        failFor(subjectOrDestination, failure);
    }

    void hang(String subjectOrDestination) {
        hanging.put(subjectOrDestination, Sinks.empty());
    }

    void answer(String subjectOrDestination) {
        hanging.remove(subjectOrDestination).tryEmitEmpty();
    }

    int asked() {
        return asked.get();
    }

    void recover(String subjectOrDestination) {
        failing.remove(subjectOrDestination);
    }

    void afterSend(Runnable action) {
        afterSend = action;
    }

    List<OutboxRow> sent() {
        return sent;
    }

    List<String> subjects() {
        return sent.stream().map(OutboxRow::subject).toList();
    }
}

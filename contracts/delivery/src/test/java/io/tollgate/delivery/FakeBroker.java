package io.tollgate.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Remembers what it is sent; fails where the test says so. */
final class FakeBroker implements MessageSender {
    private final List<OutboxRow> sent = new CopyOnWriteArrayList<>();
    private final Map<String, RuntimeException> failing = new ConcurrentHashMap<>();
    private volatile Runnable afterSend = () -> {};
    private volatile Runnable beforeFailure = () -> {};

    @Override
    public Mono<Void> send(OutboxRow row) {
        return Mono.fromRunnable(() -> {
            RuntimeException failure = failing.getOrDefault(row.subject(), failing.get(row.destination()));
            if (failure != null) {
                beforeFailure.run();
                throw failure;
            }
            sent.add(row);
            afterSend.run();
        });
    }

    void reset() {
        sent.clear();
        failing.clear();
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

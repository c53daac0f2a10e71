package io.tollgate.workers.erasure.network;

import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tollgate.workers.erasure.DeadLetters;
import io.tollgate.workers.erasure.ErasureProperties;
import io.tollgate.workers.erasure.UserId;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Searches one box after the other, on threads of its own: one waits for the broker at every step. */
@Component
class BusDeadLetters implements DeadLetters {
    private static final int WAITING_AT_MOST = 1_000;

    private final LetterBoxes boxes;
    private final ErasureProperties properties;
    private final MeterRegistry meters;
    private final Scheduler threads;

    BusDeadLetters(LetterBoxes boxes, ErasureProperties properties, MeterRegistry meters) {
        this.boxes = boxes;
        this.properties = properties;
        this.meters = meters;
        this.threads = Schedulers.newBoundedElastic(properties.concurrency(), WAITING_AT_MOST, "dead-letters");
    }

    @Override
    public Mono<Search> erase(UserId userId) {
        return Flux.fromIterable(properties.letterBoxes())
                .concatMap(box -> Mono.fromCallable(() -> search(box, userId)).subscribeOn(threads))
                .reduce(Search.NOTHING, Search::plus)
                .timeout(properties.patience())
                .doOnNext(this::count)
                .doOnError(failure -> counter("failed").increment());
    }

    private Search search(String name, UserId userId) {
        try (ServiceBusReceiverClient box = boxes.open(name)) {
            return new LetterSearch(box, letter -> PersonalLetters.isOf(userId, letter), properties).run();
        }
    }

    private void count(Search search) {
        counter("removed").increment(search.removed());
        counter("left").increment(search.left());
    }

    private Counter counter(String outcome) {
        return meters.counter("tollgate.erasure.dead.letters", "outcome", outcome);
    }

    @PreDestroy
    void end() {
        threads.dispose();
    }
}

package io.tollgate.database;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/** Gives its value or is left, never both: what is in use is not taken back, and what nobody takes any more is not lost. */
final class Handover<T> extends MonoOperator<T, T> {
    private final Consumer<Subscription> leaving;
    private final Consumer<T> unclaimed;

    private Handover(Mono<T> source, Consumer<Subscription> leaving, Consumer<T> unclaimed) {
        super(source);
        this.leaving = leaving;
        this.unclaimed = unclaimed;
    }

    /** Of a source that takes back by itself what it was making for somebody who left. */
    static <T> Mono<T> of(Mono<T> source) {
        return new Handover<>(source, Subscription::cancel, takenBack -> {});
    }

    /** Of a source that has to run to its end. */
    static <T> Mono<T> unbroken(Mono<T> source, Consumer<T> unclaimed) {
        return new Handover<>(source, running -> {}, unclaimed);
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> receiver) {
        source.subscribe(new Giver<>(this, receiver));
    }

    private static final class Giver<T> implements CoreSubscriber<T>, Subscription {
        private final AtomicBoolean settled = new AtomicBoolean();
        private final Handover<T> handover;
        private final CoreSubscriber<? super T> receiver;
        private Subscription running;

        Giver(Handover<T> handover, CoreSubscriber<? super T> receiver) {
            this.handover = handover;
            this.receiver = receiver;
        }

        @Override
        public Context currentContext() {
            return receiver.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            running = subscription;
            receiver.onSubscribe(this);
            // also for who has left by now: what has to run to its end has to begin
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void request(long values) {
            // there is one, asked for at once
        }

        @Override
        public void onNext(T value) {
            if (settled.compareAndSet(false, true)) {
                receiver.onNext(value);
                receiver.onComplete();
            } else {
                handover.unclaimed.accept(value);
            }
        }

        @Override
        public void onError(Throwable failure) {
            if (settled.compareAndSet(false, true)) {
                receiver.onError(failure);
            }
        }

        @Override
        public void onComplete() {
            if (settled.compareAndSet(false, true)) {
                receiver.onComplete();
            }
        }

        @Override
        public void cancel() {
            if (settled.compareAndSet(false, true)) {
                handover.leaving.accept(running);
            }
        }
    }
}

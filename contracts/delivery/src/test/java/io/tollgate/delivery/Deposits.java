package io.tollgate.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Adds the amount to the account; fails as often as the test says. */
final class Deposits implements MessageHandler<Deposit> {
    private final Bank bank;
    private final AtomicInteger failures = new AtomicInteger();
    private final List<ReceivedMessage> seen = new CopyOnWriteArrayList<>();
    private volatile Duration time = Duration.ZERO;
    private volatile Supplier<? extends Throwable> failure = IllegalStateException::new;

    Deposits(Bank bank) {
        this.bank = bank;
    }

    void reset() {
        failures.set(0);
        seen.clear();
    }

    void fail(int times, Supplier<? extends Throwable> with) {
        failure = with;
        failures.set(times);
    }

    void recover() {
        failures.set(0);
    }

    void takeTime(Duration each) {
        time = each;
    }

    List<ReceivedMessage> seen() {
        return seen;
    }

    @Override
    public String type() {
        return Deposit.TYPE;
    }

    @Override
    public Class<Deposit> dataType() {
        return Deposit.class;
    }

    @Override
    public Set<String> unread() {
        return Set.of("wish");
    }

    @Override
    public Mono<Void> handle(Deposit deposit, ReceivedMessage message) {
        seen.add(message);
        Mono<Void> written = bank.deposit(deposit)
                .then(time.isZero() ? Mono.empty() : Mono.delay(time).then());
        boolean fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return fails ? written.then(Mono.defer(() -> Mono.error(failure.get()))) : written;
    }
}

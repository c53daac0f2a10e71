package io.tollgate.payments.payment;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Payments in a map, with the promises of the real ones. */
public final class FakePayments implements Payments {
    private final Map<PaymentId, Payment> kept = new ConcurrentHashMap<>();
    private final Map<RefundId, Refund> refunds = new ConcurrentSkipListMap<>(Comparator.comparing(RefundId::value));

    @Override
    public Mono<Payment> find(PaymentId id) {
        return Mono.fromSupplier(() -> kept.get(id));
    }

    @Override
    public Mono<Payment> findByOrder(OrderId orderId) {
        return Mono.defer(() -> Mono.justOrEmpty(kept.values().stream()
                .filter(payment -> payment.orderId().equals(orderId))
                .findFirst()));
    }

    @Override
    public Mono<Void> keep(Change change) {
        return Mono.fromRunnable(() -> replace(change));
    }

    private void replace(Change change) {
        Payment before = kept.get(change.payment().id());
        long version = before == null ? 0 : before.version();
        if (version != change.replacedVersion()) {
            throw new IllegalStateException("version " + version + " instead of " + change.replacedVersion());
        }
        kept.put(change.payment().id(), change.payment());
        change.refund().ifPresent(refund -> refunds.put(refund.id(), refund));
    }

    @Override
    public Flux<PaymentId> withActionExpired(Instant now, int limit) {
        return Flux.defer(() -> Flux.fromStream(kept.values().stream()
                .filter(payment -> payment.expired(now).happened())
                .map(Payment::id)
                .limit(limit)));
    }

    @Override
    public Mono<Refund> refund(RefundId id) {
        return Mono.fromSupplier(() -> refunds.get(id));
    }

    @Override
    public Flux<Refund> refundsOf(PaymentId id) {
        return Flux.defer(() -> Flux.fromStream(
                refunds.values().stream().filter(refund -> refund.paymentId().equals(id))));
    }

    public FakePayments with(Refund refund) {
        refunds.put(refund.id(), refund);
        return this;
    }

    public FakePayments with(Payment payment) {
        kept.put(payment.id(), payment);
        return this;
    }

    public void clear() {
        kept.clear();
        refunds.clear();
    }
}

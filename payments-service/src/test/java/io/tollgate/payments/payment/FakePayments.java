package io.tollgate.payments.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Payments in a map, with the promises of the real ones. */
public final class FakePayments implements Payments {
    private final Map<PaymentId, Payment> kept = new ConcurrentHashMap<>();

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
    }

    public FakePayments with(Payment payment) {
        kept.put(payment.id(), payment);
        return this;
    }

    public void clear() {
        kept.clear();
    }
}

package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Stock, reservations and what was told of them, in memory. */
final class FakeShop implements Stocks, Reservations, StockEvents {
    final Map<ProductId, Stock> stock = new HashMap<>();
    final Map<OrderId, Reservation> reservations = new HashMap<>();
    final List<StockEvent> told = new ArrayList<>();

    FakeShop with(ProductId id, int onHand) {
        stock.put(id, new Stock(id, onHand, 0, 1));
        return this;
    }

    @Override
    public Mono<Void> open(ProductId id) {
        return Mono.fromRunnable(() -> with(id, 0));
    }

    @Override
    public Mono<Stock> find(ProductId id) {
        return Mono.justOrEmpty(stock.get(id));
    }

    @Override
    public Mono<Void> update(Stock next) {
        return Mono.fromRunnable(() -> {
            if (stock.get(next.productId()).version() != next.version() - 1) {
                throw new StockChanged(next.productId());
            }
            stock.put(next.productId(), next);
        });
    }

    @Override
    public Mono<Boolean> apply(Move move) {
        return Mono.fromSupplier(() -> {
            Stock now = stock.get(move.productId());
            if (now == null || now.available() + move.onHand() - move.reserved() < 0) {
                return false;
            }
            stock.put(
                    now.productId(),
                    new Stock(
                            now.productId(),
                            now.onHand() + move.onHand(),
                            now.reserved() + move.reserved(),
                            now.version() + 1));
            return true;
        });
    }

    @Override
    public Mono<Reservation> find(OrderId orderId) {
        return Mono.justOrEmpty(reservations.get(orderId));
    }

    @Override
    public Mono<Void> keep(Reservation reservation) {
        return Mono.fromRunnable(() -> reservations.put(reservation.orderId(), reservation));
    }

    @Override
    public Mono<Void> publish(List<StockEvent> facts) {
        return Mono.fromRunnable(() -> told.addAll(facts));
    }
}

package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import io.tollgate.products.stock.Stock.Threshold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stock, its ledger, reservations and what was told of them, in memory. */
final class FakeShop implements Stocks, Ledger, Reservations, StockEvents {
    final Map<ProductId, Stock> stock = new HashMap<>();
    final Map<OrderId, Reservation> reservations = new HashMap<>();
    final List<Movement> movements = new ArrayList<>();
    final List<StockEvent> told = new ArrayList<>();

    FakeShop with(ProductId id, int onHand) {
        return with(id, onHand, Status.ACTIVE);
    }

    FakeShop with(ProductId id, int onHand, Status status) {
        stock.put(id, new Stock(id, status, onHand, 0, 1, Threshold.NONE));
        return this;
    }

    FakeShop watching(ProductId id, int pieces) {
        stock.put(id, stock.get(id).watched(Optional.of(pieces)));
        return this;
    }

    List<Move> moves() {
        return movements.stream().map(Movement::move).toList();
    }

    @Override
    public Mono<Void> open(ProductId id, Status status) {
        return Mono.fromRunnable(() -> with(id, 0, status));
    }

    @Override
    public Mono<Void> turn(ProductId id, Status status) {
        return Mono.fromRunnable(() -> with(id, stock.get(id).onHand(), status));
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
            if (now == null
                    || move.reserved() > 0 && now.status() != Status.ACTIVE
                    || now.available() + move.onHand() - move.reserved() < 0) {
                return false;
            }
            put(now, move, 1);
            return true;
        });
    }

    @Override
    public Mono<Void> undo(Move move) {
        return Mono.fromRunnable(() -> put(stock.get(move.productId()), move, -1));
    }

    private void put(Stock now, Move move, int sign) {
        stock.put(
                now.productId(),
                new Stock(
                        now.productId(),
                        now.status(),
                        now.onHand() + sign * move.onHand(),
                        now.reserved() + sign * move.reserved(),
                        now.version() + sign,
                        now.threshold()));
    }

    @Override
    public Mono<Void> tell(ProductId id, boolean low) {
        return Mono.fromRunnable(() -> {
            Stock now = stock.get(id);
            Threshold threshold = new Threshold(now.threshold().pieces(), low);
            stock.put(id, new Stock(id, now.status(), now.onHand(), now.reserved(), now.version(), threshold));
        });
    }

    @Override
    public Mono<Movement> write(Movement movement) {
        return Mono.fromSupplier(() -> {
            movements.add(movement);
            return movement;
        });
    }

    @Override
    public Flux<Movement> list(ProductId productId, int limit, Optional<MovementId> before) {
        return Flux.fromIterable(movements);
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
    public Mono<Long> countOpen(Instant madeBefore) {
        return Mono.just(0L);
    }

    @Override
    public Flux<OpenReservation> open(Instant madeBefore, int limit, Optional<OpenReservation> after) {
        return Flux.empty();
    }

    @Override
    public Mono<Void> publish(List<StockEvent> facts) {
        return Mono.fromRunnable(() -> told.addAll(facts));
    }
}

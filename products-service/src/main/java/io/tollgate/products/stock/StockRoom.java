package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Status;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes all pieces of an order off the shelves or none; each step is one conditional statement, so buyers never oversell. */
@Service
class StockRoom {
    private final Stocks stocks;
    private final StockLog log;

    StockRoom(Stocks stocks, StockLog log) {
        this.stocks = stocks;
        this.log = log;
    }

    /** Empty when all lines are set aside; else nothing is, and the answer says what stood in the way. */
    Mono<Optional<Shortage>> reserve(OrderId orderId, List<Line> lines) {
        return Flux.fromIterable(lines)
                .concatMap(this::attempt)
                .collectList()
                .flatMap(attempts -> allOrNothing(orderId, attempts));
    }

    Mono<Void> move(OrderId orderId, List<Move> moves) {
        return Flux.fromIterable(moves)
                .concatMap(this::moveForCertain)
                .then(Mono.defer(() -> log.write(moves, Cause.of(orderId))));
    }

    private Mono<Attempt> attempt(Line line) {
        return line.quantity() > Stocks.MOST
                ? Mono.just(new Attempt(line, false))
                : stocks.apply(Move.reserve(line)).map(applied -> new Attempt(line, applied));
    }

    private Mono<Optional<Shortage>> allOrNothing(OrderId orderId, List<Attempt> attempts) {
        List<ProductId> missing = attempts.stream()
                .filter(attempt -> !attempt.applied)
                .map(attempt -> attempt.line.productId())
                .toList();
        return missing.isEmpty()
                ? log.write(moves(attempts), Cause.of(orderId)).thenReturn(Optional.empty())
                : undo(attempts).then(Mono.defer(() -> shortage(missing))).map(Optional::of);
    }

    private static List<Move> moves(List<Attempt> attempts) {
        return attempts.stream()
                .filter(Attempt::applied)
                .map(attempt -> Move.reserve(attempt.line))
                .toList();
    }

    // A rollback would take the consumer's inbox row and its answer along.
    private Mono<Void> undo(List<Attempt> attempts) {
        return Flux.fromIterable(moves(attempts)).concatMap(stocks::undo).then();
    }

    private Mono<Shortage> shortage(List<ProductId> missing) {
        return Flux.fromIterable(missing)
                .concatMap(id -> stocks.find(id)
                        .map(StockRoom::reason)
                        .defaultIfEmpty(RefusalReason.UNKNOWN_PRODUCT)
                        .map(reason -> new Shortage(reason, List.of(id))))
                .collectList()
                .map(Shortage::worst);
    }

    private static RefusalReason reason(Stock stock) {
        if (stock.status() == Status.ACTIVE) {
            return RefusalReason.OUT_OF_STOCK;
        }
        return stock.status() == Status.RETIRED ? RefusalReason.PRODUCT_RETIRED : RefusalReason.UNKNOWN_PRODUCT;
    }

    private Mono<Void> moveForCertain(Move move) {
        return stocks.apply(move)
                .filter(applied -> applied)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("stock does not bear " + move)))
                .then();
    }

    private record Attempt(Line line, boolean applied) {}
}

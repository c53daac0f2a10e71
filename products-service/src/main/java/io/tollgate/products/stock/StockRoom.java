package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes all pieces of an order off the shelves or none; each step is one conditional statement, so buyers never oversell. */
@Service
class StockRoom {
    private final Stocks stocks;

    StockRoom(Stocks stocks) {
        this.stocks = stocks;
    }

    /** Empty when all lines are set aside; else nothing is, and the answer says what stood in the way. */
    Mono<Optional<Shortage>> reserve(List<Line> lines) {
        return Flux.fromIterable(lines).concatMap(this::attempt).collectList().flatMap(this::allOrNothing);
    }

    Mono<Void> move(List<Move> moves) {
        return Flux.fromIterable(moves).concatMap(this::moveForCertain).then();
    }

    private Mono<Attempt> attempt(Line line) {
        return stocks.apply(Move.reserve(line)).map(applied -> new Attempt(line, applied));
    }

    private Mono<Optional<Shortage>> allOrNothing(List<Attempt> attempts) {
        List<ProductId> missing = attempts.stream()
                .filter(attempt -> !attempt.applied)
                .map(attempt -> attempt.line.productId())
                .toList();
        return missing.isEmpty()
                ? Mono.just(Optional.empty())
                : undo(attempts).then(Mono.defer(() -> shortage(missing))).map(Optional::of);
    }

    // A rollback would take the consumer's inbox row and its answer along.
    private Mono<Void> undo(List<Attempt> attempts) {
        return move(attempts.stream()
                .filter(Attempt::applied)
                .map(attempt -> Move.release(attempt.line))
                .toList());
    }

    private Mono<Shortage> shortage(List<ProductId> missing) {
        return Flux.fromIterable(missing)
                .filterWhen(id -> stocks.find(id).hasElement().map(known -> !known))
                .collectList()
                .map(unknown -> unknown.isEmpty()
                        ? new Shortage(RefusalReason.OUT_OF_STOCK, missing)
                        : new Shortage(RefusalReason.UNKNOWN_PRODUCT, unknown));
    }

    private Mono<Void> moveForCertain(Move move) {
        return stocks.apply(move)
                .filter(applied -> applied)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("stock does not bear " + move)))
                .then();
    }

    private record Attempt(Line line, boolean applied) {}
}

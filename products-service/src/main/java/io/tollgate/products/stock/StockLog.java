package io.tollgate.products.stock;

import io.tollgate.products.product.ProductId;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes down what was moved, in the same transaction, and looks whether anything runs out by it. */
@Service
class StockLog {
    private final Ledger ledger;
    private final LowStock lowStock;
    private final Ids ids;
    private final Clock clock;

    StockLog(Ledger ledger, LowStock lowStock, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.lowStock = lowStock;
        this.ids = ids;
        this.clock = clock;
    }

    Mono<Movement> write(Move move, Cause cause) {
        return ledger.write(movement(move, cause))
                .flatMap(written -> look(move.productId()).thenReturn(written));
    }

    Mono<Void> write(List<Move> moves, Cause cause) {
        return Flux.fromIterable(moves).concatMap(move -> write(move, cause)).then();
    }

    /** Where the threshold has changed and the stock has not. */
    Mono<Void> look(ProductId id) {
        return lowStock.look(id);
    }

    private Movement movement(Move move, Cause cause) {
        MovementId id = new MovementId(ids.next(MovementId.PREFIX));
        return new Movement(id, move, cause, clock.instant(), Optional.empty());
    }
}

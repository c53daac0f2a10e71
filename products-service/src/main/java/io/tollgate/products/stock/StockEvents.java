package io.tollgate.products.stock;

import java.util.List;
import reactor.core.publisher.Mono;

/** Where orders is answered; answered when the transaction commits, and not otherwise. */
public interface StockEvents {
    Mono<Void> publish(List<StockEvent> facts);
}

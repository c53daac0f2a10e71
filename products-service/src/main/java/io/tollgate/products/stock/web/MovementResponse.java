package io.tollgate.products.stock.web;

import io.tollgate.products.stock.Movement;
import io.tollgate.products.stock.OrderId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A movement as callers see it: what it did to what lies there and to what of it is set aside. */
record MovementResponse(
        String id,
        String type,
        int onHand,
        int reserved,
        Optional<String> orderId,
        Optional<String> actor,
        Optional<String> reason,
        Instant movedAt,
        Optional<String> traceId) {
    static MovementResponse of(Movement movement) {
        return new MovementResponse(
                movement.id().value(),
                movement.move().kind().name().toLowerCase(Locale.ROOT),
                movement.move().onHand(),
                movement.move().reserved(),
                movement.cause().orderId().map(OrderId::value),
                movement.cause().actor(),
                movement.cause().reason(),
                movement.at(),
                movement.traceId());
    }
}

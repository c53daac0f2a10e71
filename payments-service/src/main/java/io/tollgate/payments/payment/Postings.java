package io.tollgate.payments.payment;

import io.tollgate.payments.ledger.Posting;
import java.time.Instant;
import java.util.List;

/** How the ledger writes down what moved. */
final class Postings {
    private Postings() {}

    static List<Posting> of(Change change) {
        Instant at = change.payment().updatedAt();
        return change.movements().stream().map(movement -> of(movement, at)).toList();
    }

    private static Posting of(Movement movement, Instant at) {
        String operation = movement.by().networkKey();
        String reference = movement.by().paymentId().value();
        return switch (movement.kind()) {
            case HELD -> Posting.held(operation, reference, movement.amount(), at);
            case CAPTURED -> Posting.captured(operation, reference, movement.amount(), at);
            case RELEASED -> Posting.released(operation, reference, movement.amount(), at);
            case REFUNDED -> Posting.refunded(operation, reference, movement.amount(), at);
        };
    }
}

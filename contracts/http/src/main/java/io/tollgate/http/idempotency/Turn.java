package io.tollgate.http.idempotency;

import java.util.Optional;

/** Either a claim to work under, or the record of who worked before. */
record Turn(Optional<Claim> claim, Optional<IdempotencyRecord> ended) {
    static Turn mine(Claim claim) {
        return new Turn(Optional.of(claim), Optional.empty());
    }

    static Turn over(IdempotencyRecord ended) {
        return new Turn(Optional.empty(), Optional.of(ended));
    }
}

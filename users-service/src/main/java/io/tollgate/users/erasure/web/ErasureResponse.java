package io.tollgate.users.erasure.web;

import io.tollgate.users.erasure.Erasure;
import io.tollgate.users.erasure.Erasure.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** How far an erasure is. */
record ErasureResponse(
        String userId, Instant erasedAt, boolean complete, List<Receipt> receipts, List<String> missing) {
    static ErasureResponse of(Erasure erasure, Set<String> publishers) {
        List<String> missing = erasure.missing(publishers);
        return new ErasureResponse(
                erasure.userId(), erasure.erasedAt(), missing.isEmpty(), erasure.receipts(), missing);
    }
}

package io.tollgate.http.idempotency;

/** Another request took this one for dead and did the work: what was done here is rolled back. */
final class ClaimLost extends RuntimeException {
    ClaimLost() {
        super("claim lost", null, false, false);
    }
}

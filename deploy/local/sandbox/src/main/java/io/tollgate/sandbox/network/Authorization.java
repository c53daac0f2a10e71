package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.http.Answer;

/** An amount set aside on a card, and what became of it. */
record Authorization(String id, String reference, long amount, String currency, String token, Status status) {

    enum Status {
        AUTHORIZED,
        CAPTURED,
        VOIDED,
        REFUNDED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Authorization with(Status next) {
        return new Authorization(id, reference, amount, currency, token, next);
    }

    JsonNode shown() {
        return Answer.object()
                .put("id", id)
                .put("reference", reference)
                .put("amount", amount)
                .put("currency", currency)
                .put("status", status.wire());
    }
}

package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.operation.KeyedOperation;
import java.util.Locale;

/** An amount set aside on a card, and what became of it. */
record Authorization(
        String id, String reference, long amount, String currency, String token, Status status, long refunded)
        implements KeyedOperation.Subject {

    enum Status {
        /** Nothing is set aside before the customer has confirmed it. */
        ACTION_REQUIRED,
        DECLINED,
        AUTHORIZED,
        CAPTURED,
        VOIDED,
        PARTIALLY_REFUNDED,
        REFUNDED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Authorization with(Status next) {
        return new Authorization(id, reference, amount, currency, token, next, refunded);
    }

    Authorization refunding(long more) {
        Status next = refunded + more == amount ? Status.REFUNDED : Status.PARTIALLY_REFUNDED;
        return new Authorization(id, reference, amount, currency, token, next, refunded + more);
    }

    long refundable() {
        return amount - refunded;
    }

    boolean isPaidWith(MagicToken magic) {
        return magic.is(token);
    }

    JsonNode shown() {
        return Answer.object()
                .put("id", id)
                .put("reference", reference)
                .put("amount", amount)
                .put("currency", currency)
                .put("refunded", refunded)
                .put("status", status.wire());
    }
}

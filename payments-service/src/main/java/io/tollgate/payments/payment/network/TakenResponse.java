package io.tollgate.payments.payment.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;

/** The network took the step. */
@JsonIgnoreProperties(ignoreUnknown = true)
record TakenResponse(String id, String status) {
    NetworkAnswer answer(Intent intent) {
        if (id == null || id.isBlank() || !Wire.of(intent.key().step()).isDone(status)) {
            throw new UnclearAnswer("it created something else than what was asked for");
        }
        return new NetworkAnswer.Done(intent.authorization().orElse(id));
    }
}

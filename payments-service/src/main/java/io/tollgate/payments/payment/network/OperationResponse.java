package io.tollgate.payments.payment.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;
import java.time.Instant;

/** What became of an earlier step, in the network's words. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OperationResponse(String status, String authorizationId, String code, String actionUrl) {
    NetworkAnswer answer(Intent intent, Instant actionExpiry) {
        if (code != null) {
            return new RefusalResponse(code).answer(intent);
        }
        TakenResponse taken = new TakenResponse(authorizationId, status, actionUrl);
        return taken.isActionRequired() ? taken.answerWithAction(actionExpiry) : taken.answer(intent);
    }
}

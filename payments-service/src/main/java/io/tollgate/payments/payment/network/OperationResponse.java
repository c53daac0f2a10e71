package io.tollgate.payments.payment.network;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.NetworkAnswer;

/** What became of an earlier step, in the network's words. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OperationResponse(String status, String authorizationId, String code) {
    NetworkAnswer answer(Intent intent) {
        return code == null
                ? new TakenResponse(authorizationId, status).answer(intent)
                : new RefusalResponse(code).answer(intent);
    }
}

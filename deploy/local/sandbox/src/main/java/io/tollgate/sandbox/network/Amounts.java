package io.tollgate.sandbox.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;

/** The amount that a call names, in minor units. */
final class Amounts {

    private Amounts() {}

    static long required(Call call) {
        JsonNode amount = call.body().path("amount");
        if (!amount.isIntegralNumber() || amount.asLong() <= 0) {
            throw Refused.because(400, "invalid_amount");
        }
        return amount.asLong();
    }

    /** All that is left, unless the call names a part of it. */
    static long toRefund(Call call, Authorization captured) {
        return call.body().has("amount") ? required(call) : captured.refundable();
    }
}

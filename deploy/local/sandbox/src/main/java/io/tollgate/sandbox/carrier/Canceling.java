package io.tollgate.sandbox.carrier;

import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.http.Call;
import io.tollgate.sandbox.http.Refused;
import io.tollgate.sandbox.operation.OperationBook;

/** Takes a booking back, as long as the parcel has not left. */
final class Canceling {

    private final OperationBook<Operation, Shipment> book;

    Canceling(OperationBook<Operation, Shipment> book) {
        this.book = book;
    }

    Answer answer(Call call) {
        String target = call.pathVariable(0) + "/cancellation";
        return book.before(call, target)
                .orElseGet(() -> book.write(decided(call, target)))
                .answer();
    }

    private Operation decided(Call call, String target) {
        Shipment shipment =
                book.subject(call.pathVariable(0)).orElseThrow(() -> Refused.because(404, "unknown_shipment"));
        String key = call.idempotencyKey();
        if (shipment.canceled() || shipment.departed()) {
            String code = shipment.canceled() ? "already_canceled" : "already_departed";
            return new Operation(key, "cancel", target, call.body(), null, 409, code);
        }
        return new Operation(key, "cancel", target, call.body(), shipment.cancel(), 201, null);
    }
}

package io.tollgate.sandbox.carrier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.sandbox.http.Answer;
import io.tollgate.sandbox.operation.KeyedOperation;
import java.util.Optional;

/**
 * What one idempotency key did, for ever: the answer to the first request and to every later one.
 *
 * @param target path of the first request: another one under the same key is a mistake
 * @param shipment as it is after this operation; absent when refused
 * @param code of a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Operation(
        String key, String operation, String target, JsonNode request, Shipment shipment, int httpStatus, String code)
        implements KeyedOperation<Shipment> {

    @Override
    public Optional<Shipment> subject() {
        return Optional.ofNullable(shipment);
    }

    @Override
    public boolean answers(String otherTarget, JsonNode otherRequest) {
        return target.equals(otherTarget) && request.equals(otherRequest);
    }

    Answer answer() {
        return code == null
                ? Answer.of(
                        httpStatus,
                        Answer.object()
                                .put("id", shipment.id())
                                .put("carrier", Shipment.CARRIER)
                                .put("trackingNumber", shipment.trackingNumber())
                                .put("status", shipment.status()))
                : Answer.refusal(httpStatus, code);
    }

    JsonNode shown() {
        ObjectNode shown = Answer.object().put("operation", operation);
        if (code != null) {
            return shown.put("status", "refused").put("code", code);
        }
        return shown.put("status", shipment.status())
                .put("shipmentId", shipment.id())
                .put("carrier", Shipment.CARRIER)
                .put("trackingNumber", shipment.trackingNumber());
    }
}

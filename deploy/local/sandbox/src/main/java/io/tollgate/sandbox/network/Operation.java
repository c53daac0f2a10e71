package io.tollgate.sandbox.network;

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
 * @param authorization as it is after this operation; absent when declined
 * @param status authorized, action_required, captured, voided or refunded; declined or refused with a code
 * @param actionUrl where the customer confirms, when that is required
 * @param settled what it moved or set aside or released, in minor units; absent when it did nothing of that
 * @param at when, in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Operation(
        String key,
        String operation,
        String target,
        JsonNode request,
        Authorization authorization,
        int httpStatus,
        String status,
        String code,
        String actionUrl,
        Long settled,
        String at)
        implements KeyedOperation<Authorization> {

    @Override
    public Optional<Authorization> subject() {
        return Optional.ofNullable(authorization);
    }

    @Override
    public boolean answers(String otherTarget, JsonNode otherRequest) {
        return target.equals(otherTarget) && request.equals(otherRequest);
    }

    Answer answer() {
        if (code != null) {
            return Answer.refusal(httpStatus, code);
        }
        ObjectNode body = Answer.object().put("id", authorization.id()).put("status", status);
        return Answer.of(httpStatus, withAction(body));
    }

    JsonNode shown() {
        ObjectNode shown = Answer.object().put("operation", operation).put("status", status);
        if (authorization != null) {
            shown.put("authorizationId", authorization.id());
        }
        if (code != null) {
            shown.put("code", code);
        }
        return withAction(shown);
    }

    private ObjectNode withAction(ObjectNode body) {
        return actionUrl == null ? body : body.put("actionUrl", actionUrl);
    }
}

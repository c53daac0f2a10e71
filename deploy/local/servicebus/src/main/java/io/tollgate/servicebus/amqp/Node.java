package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.broker.Refused;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.qpid.protonj2.types.transactions.TransactionalState;

/** What stands behind a request-response address. */
interface Node {

    void handle(Request request, Consumer<Response> answer);

    /** A request, as far as nodes need it; the transaction it is a part of may be null. */
    record Request(String operation, String entity, Object body, TransactionalState within) {

        @SuppressWarnings("unchecked")
        Map<String, Object> fields() {
            if (body instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
            throw Refused.invalid("The request's body is no map.");
        }
    }

    /** An answer; the condition is null unless it is an error. */
    record Response(int status, String description, String condition, Object body) {

        static Response ok(Object body) {
            return new Response(200, "OK", null, body);
        }

        static Response of(Refused refused) {
            return new Response(refused.status(), refused.getMessage(), refused.condition(), null);
        }
    }
}

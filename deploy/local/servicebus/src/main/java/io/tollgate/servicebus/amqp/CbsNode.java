package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.Claims;
import io.tollgate.servicebus.broker.Refused;
import java.util.function.Consumer;

/** Takes the tokens by which a client shows what it may do. */
final class CbsNode implements Node {

    private final Claims claims;

    CbsNode(Claims claims) {
        this.claims = claims;
    }

    @Override
    public void handle(Request request, Consumer<Response> answer) {
        if (!request.operation().equals("put-token")) {
            throw Refused.invalid("'" + request.operation() + "' is no operation of $cbs.");
        }
        claims.put((String) request.body());
        answer.accept(new Response(202, "Accepted", null, null));
    }
}

package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.access.Claims;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.MessageQueue;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.broker.Sessions;
import io.tollgate.servicebus.topology.AccessRule.Right;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.qpid.proton.amqp.Binary;

/** An entity's {@code $management} node: what receivers and senders ask besides sending and receiving. */
final class ManagementNode implements Node {

    private static final long PAGE_BYTES = 1 << 20;
    private static final Set<String> SENDING =
            Set.of("com.microsoft:schedule-message", "com.microsoft:cancel-scheduled-message");

    /** Does one operation. */
    interface Operation {
        void handle(Request request, Consumer<Response> answer);
    }

    private final Broker broker;
    private final Claims claims;
    private final Map<String, Operation> operations = new HashMap<>();

    ManagementNode(Links links, Claims claims, Transactions transactions) {
        this.claims = claims;
        this.broker = links.broker();
        operations.put("com.microsoft:renew-lock", this::renewLock);
        operations.put("com.microsoft:renew-session-lock", this::renewSessionLock);
        operations.put("com.microsoft:peek-message", this::peek);
        operations.put("com.microsoft:get-session-state", this::sessionState);
        operations.put("com.microsoft:get-message-sessions", this::sessions);
        new ManagedChanges(links, transactions).register(operations);
        new ManagedRules(broker).register(operations);
    }

    @Override
    public void handle(Request request, Consumer<Response> answer) {
        Operation operation = operations.get(request.operation());
        if (operation == null) {
            throw Refused.invalid("'" + request.operation() + "' is no known operation.");
        }
        claims.require(request.entity(), SENDING.contains(request.operation()) ? Right.SEND : Right.LISTEN);
        operation.handle(request, answer);
    }

    private void renewLock(Request request, Consumer<Response> answer) {
        MessageQueue queue = broker.queue(request.entity());
        Date[] expirations = Values.list(request.fields().get("lock-tokens")).stream()
                .map(token -> new Date(queue.renew((UUID) token)))
                .toArray(Date[]::new);
        answer.accept(Response.ok(Map.of("expirations", expirations)));
    }

    private void renewSessionLock(Request request, Consumer<Response> answer) {
        String session = (String) request.fields().get("session-id");
        long until = sessions(request).renew(session);
        answer.accept(Response.ok(Map.of("expiration", new Date(until))));
    }

    private void peek(Request request, Consumer<Response> answer) {
        long from = ((Number) request.fields().get("from-sequence-number")).longValue();
        int most = ((Number) request.fields().get("message-count")).intValue();
        String session = (String) request.fields().get("session-id");
        List<Map<String, Object>> messages = new ArrayList<>();
        long size = 0;
        for (QueuedMessage message : broker.peek(broker.find(request.entity()), from, most, session)) {
            size += message.body().length();
            // a page, not the queue: the client asks for the next
            if (size > PAGE_BYTES && !messages.isEmpty()) {
                break;
            }
            messages.add(Map.of("message", new Binary(message.delivered().encode())));
        }
        answer.accept(
                messages.isEmpty()
                        ? new Response(204, "No messages", null, Map.of())
                        : Response.ok(Map.of("messages", messages)));
    }

    private void sessionState(Request request, Consumer<Response> answer) {
        byte[] state = sessions(request).state((String) request.fields().get("session-id"));
        Map<String, Object> body = new HashMap<>();
        body.put("session-state", state == null ? null : new Binary(state));
        answer.accept(Response.ok(body));
    }

    private void sessions(Request request, Consumer<Response> answer) {
        int skip = ((Number) request.fields().get("skip")).intValue();
        int top = ((Number) request.fields().get("top")).intValue();
        long updatedAfter = ((Date) request.fields().get("last-updated-time")).getTime();
        String[] ids = sessions(request).ids(updatedAfter).stream()
                .skip(skip)
                .limit(top)
                .toArray(String[]::new);
        answer.accept(
                ids.length == 0
                        ? new Response(204, "No sessions", null, Map.of())
                        : Response.ok(Map.of("skip", skip + ids.length, "sessions-ids", ids)));
    }

    private Sessions sessions(Request request) {
        Sessions sessions = broker.queue(request.entity()).sessions();
        if (sessions == null) {
            throw Refused.notAllowed("'" + request.entity() + "' has no sessions.");
        }
        return sessions;
    }
}

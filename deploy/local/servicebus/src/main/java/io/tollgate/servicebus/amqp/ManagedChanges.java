package io.tollgate.servicebus.amqp;

import io.tollgate.servicebus.amqp.ManagementNode.Operation;
import io.tollgate.servicebus.amqp.Node.Request;
import io.tollgate.servicebus.amqp.Node.Response;
import io.tollgate.servicebus.broker.Broker;
import io.tollgate.servicebus.broker.Change;
import io.tollgate.servicebus.broker.Lease;
import io.tollgate.servicebus.broker.MessageQueue;
import io.tollgate.servicebus.broker.QueuedMessage;
import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.message.SentMessage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.qpid.proton.amqp.Binary;

/** The operations of {@code $management} that change something, and so are answered once that is written. */
final class ManagedChanges {

    private static final int PEEK_LOCK = 1;
    private static final int MOST_DELETED = 4000;

    private final Links links;
    private final Broker broker;
    private final Transactions transactions;

    ManagedChanges(Links links, Transactions transactions) {
        this.links = links;
        this.transactions = transactions;
        this.broker = links.broker();
    }

    void register(Map<String, Operation> operations) {
        operations.put("com.microsoft:schedule-message", this::schedule);
        operations.put("com.microsoft:cancel-scheduled-message", this::cancelScheduled);
        operations.put("com.microsoft:receive-by-sequence-number", this::receiveDeferred);
        operations.put("com.microsoft:update-disposition", this::updateDisposition);
        operations.put("com.microsoft:batch-delete-messages", this::delete);
        operations.put("com.microsoft:set-session-state", this::setSessionState);
    }

    private void schedule(Request request, Consumer<Response> answer) {
        List<SentMessage> messages = new ArrayList<>();
        for (Object entry : (List<?>) request.fields().get("messages")) {
            Binary encoded = (Binary) ((Map<?, ?>) entry).get("message");
            refuseTooLarge(encoded.getLength());
            messages.add(new SentMessage(Values.bytes(encoded))
                    .checked()
                    .withMessageId(links.ids().get().toString().replace("-", "")));
        }
        change(request, answer, change -> {
            List<Long> sequences = broker.router().send(broker.find(request.entity()), messages, change);
            return Map.of("sequence-numbers", sequences.toArray(Long[]::new));
        });
    }

    private void refuseTooLarge(int size) {
        if (size > links.limits().maxMessageSize()) {
            throw Refused.tooLarge(size, links.limits().maxMessageSize());
        }
    }

    private void cancelScheduled(Request request, Consumer<Response> answer) {
        change(request, answer, change -> {
            MessageQueue queue = broker.scheduledOf(broker.find(request.entity()));
            for (long sequence : sequences(request)) {
                broker.settlements().cancelScheduled(queue, sequence, change);
            }
            return Map.of();
        });
    }

    private void receiveDeferred(Request request, Consumer<Response> answer) {
        MessageQueue queue = broker.queue(request.entity());
        boolean lock = ((Number) request.fields().get("receiver-settle-mode")).intValue() == PEEK_LOCK;
        List<Map<String, Object>> messages = new ArrayList<>();
        change(request, answer, change -> {
            for (long sequence : sequences(request)) {
                messages.add(lock ? locked(queue, sequence) : taken(queue, sequence, change));
            }
            return Map.of("messages", messages);
        });
    }

    private Map<String, Object> locked(MessageQueue queue, long sequence) {
        Lease lease = broker.settlements().lockDeferred(queue, sequence);
        return entry(lease.message(), lease.token());
    }

    private Map<String, Object> taken(MessageQueue queue, long sequence, Change change) {
        return entry(broker.settlements().takeDeferred(queue, sequence, change), broker.newToken());
    }

    /** Some clients look for the token beside the message, Python's among its delivery annotations. */
    private static Map<String, Object> entry(QueuedMessage message, UUID token) {
        return Map.of("message", new Binary(message.delivered().encode(token)), "lock-token", token);
    }

    private void updateDisposition(Request request, Consumer<Response> answer) {
        MessageQueue queue = broker.queue(request.entity());
        change(request, answer, change -> {
            for (Object token : Values.list(request.fields().get("lock-tokens"))) {
                settle(queue.lease((UUID) token), request.fields(), change);
            }
            return Map.of();
        });
    }

    private void settle(Lease lease, Map<String, Object> fields, Change change) {
        var settlements = broker.settlements();
        Map<String, Object> properties = Values.properties((Map<?, ?>) fields.get("properties-to-modify"));
        String status = (String) fields.get("disposition-status");
        if (status.equals("completed")) {
            settlements.complete(lease, change);
        } else if (status.equals("abandoned")) {
            settlements.abandon(lease, properties, change);
        } else if (status.startsWith("defer")) {
            settlements.defer(lease, properties, change);
        } else if (status.equals("suspended")) {
            String reason = (String) fields.get("deadletter-reason");
            String description = (String) fields.get("deadletter-description");
            settlements.deadLetter(lease, reason, description, properties, change);
        } else {
            throw Refused.invalid("'" + status + "' is no disposition.");
        }
    }

    private void delete(Request request, Consumer<Response> answer) {
        MessageQueue queue = broker.queue(request.entity());
        int most = Math.min(MOST_DELETED, ((Number) request.fields().get("message-count")).intValue());
        long enqueuedBefore = ((Date) request.fields().get("enqueued-time-utc")).getTime();
        String session = (String) request.fields().get("session-id");
        change(request, answer, change -> {
            int deleted = broker.settlements().delete(queue, most, enqueuedBefore, session, change);
            return Map.of("message-count", deleted);
        });
    }

    private void setSessionState(Request request, Consumer<Response> answer) {
        MessageQueue queue = broker.queue(request.entity());
        Binary state = (Binary) request.fields().get("session-state");
        change(request, answer, change -> {
            byte[] bytes = state == null ? null : Values.bytes(state);
            queue.sessions().setState((String) request.fields().get("session-id"), bytes, change);
            return Map.of();
        });
    }

    /** Does it all or, when a part is refused, nothing; within a transaction once that is committed. */
    private void change(Request request, Consumer<Response> answer, Function<Change, Map<String, Object>> doing) {
        Change change = new Change();
        Map<String, Object> body;
        try {
            body = doing.apply(change);
            if (request.within() != null) {
                transactions.add(request.within(), change);
            }
        } catch (RuntimeException e) {
            change.undo(Refused.invalid("Undone."));
            throw e;
        }
        if (request.within() != null) {
            answer.accept(Response.ok(body));
        } else {
            broker.submit(change.then(
                    () -> answer.accept(Response.ok(body)), refused -> answer.accept(Response.of(refused))));
        }
    }

    private static List<Long> sequences(Request request) {
        return Values.list(request.fields().get("sequence-numbers")).stream()
                .map(number -> ((Number) number).longValue())
                .toList();
    }
}

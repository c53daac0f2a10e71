package io.tollgate.payments;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.bus.TopicProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands in for the orders service: places and decides orders, and hears what payments tells. */
final class Orders implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACED =
            """
            {"orderId":"%s","version":1,"userId":"%s","clientId":"%s","lines":[],
            "total":{"amount":4390,"currency":"EUR"},"paymentToken":"%s","placedAt":"2026-05-04T12:00:00Z"}
            """;

    private static final String REFUND =
            """
            {"orderId":"%s","version":8,"userId":"%s","refundId":"%s","amount":{"amount":%d,"currency":"EUR"},
            "requestedAt":"2026-05-05T10:12:00Z"}
            """;
    private final TopicProbe bus = TopicProbe.on("events-topic");
    private final List<Fact> heard = new ArrayList<>();

    record Fact(String name, JsonNode data, String traceparent) {
        String orderId() {
            return data.path("orderId").asText();
        }

        String paymentId() {
            return data.path("paymentId").asText();
        }

        String reason() {
            return data.path("reason").asText();
        }

        private static Fact read(ServiceBusReceivedMessage message) {
            String name = message.getSubject().replaceAll("^payments\\.(payment-)?|\\.v1$", "");
            try {
                return new Fact(
                        name,
                        JSON.readTree(message.getBody().toBytes()),
                        String.valueOf(message.getApplicationProperties().get("traceparent")));
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
    }

    /** Places an order and returns the id of the message, for who wants to repeat it. */
    String place(String order, String token) {
        return bus.publish("orders.order-placed.v1", order, placed(order, token));
    }

    /** In the name of another user than usual. */
    void placeAs(String user, String order, String token) {
        bus.publish("orders.order-placed.v1", order, PLACED.formatted(order, user, RunningPayments.CLIENT, token));
    }

    void placeAgain(String messageId, String order, String token) {
        bus.publish(messageId, "orders.order-placed.v1", order, placed(order, token));
    }

    void placeTraced(String traceparent, String order, String token) {
        bus.publishTraced(traceparent, "orders.order-placed.v1", order, placed(order, token));
    }

    void confirm(String order) {
        bus.publish("orders.order-confirmed.v1", order, "{\"orderId\":\"" + order + "\",\"version\":2}");
    }

    void cancel(String order) {
        bus.publish("orders.order-canceled.v1", order, "{\"orderId\":\"" + order + "\",\"version\":2}");
    }

    void refund(String order, String refund, long amount) {
        bus.publish("orders.refund-requested.v1", order, REFUND.formatted(order, RunningPayments.USER, refund, amount));
    }

    /** In the place of users. */
    void erase(String user) {
        bus.publish(
                "users.user-erased.v1",
                user,
                "{\"userId\":\"" + user + "\",\"version\":4,\"erasedAt\":\"2026-05-04T12:00:00Z\"}");
    }

    void say(String type, String order, String body) {
        bus.publish(type, order, body);
    }

    /** The first fact of this name about the order. */
    Fact fact(String order, String name) {
        while (find(order, name).isEmpty() && hear(SOON)) {}
        return find(order, name)
                .orElseThrow(() -> new AssertionError("no " + name + " of " + order + ", but " + names(order)));
    }

    /** Every fact about the order after a while without a new one, in the order of arrival. */
    List<String> facts(String order) {
        while (hear(A_WHILE)) {}
        return names(order);
    }

    String deadLetterReason() {
        return bus.deadLetters("payments", 1, SOON).get(0).getDeadLetterReason();
    }

    @Override
    public void close() {
        bus.close();
    }

    private boolean hear(Duration within) {
        List<ServiceBusReceivedMessage> taken = bus.take("orders", 1, within);
        taken.stream().map(Fact::read).forEach(heard::add);
        return !taken.isEmpty();
    }

    private Optional<Fact> find(String order, String name) {
        return heard.stream()
                .filter(fact -> fact.orderId().equals(order) && fact.name().equals(name))
                .findFirst();
    }

    private List<String> names(String order) {
        return heard.stream()
                .filter(fact -> fact.orderId().equals(order))
                .map(Fact::name)
                .toList();
    }

    private static String placed(String order, String token) {
        return PLACED.formatted(order, RunningPayments.USER, RunningPayments.CLIENT, token);
    }
}

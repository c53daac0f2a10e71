package io.tollgate.products;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.testing.bus.TopicProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stands in for the orders service: places and ends orders, and hears what products answers. */
final class Orders implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TopicProbe bus = TopicProbe.on("events-topic");
    private final List<Answer> heard = new ArrayList<>();

    record Answer(String type, String orderId, JsonNode data) {
        boolean reserved() {
            return type.equals("products.stock-reserved.v1");
        }

        String reason() {
            return data.path("reason").asText();
        }
    }

    /** Places an order and returns the id of the message, for who wants to repeat it. */
    String place(String order, Map<String, Integer> lines) {
        return bus.publish("orders.order-placed.v1", order, placed(order, lines));
    }

    void placeAgain(String messageId, String order, Map<String, Integer> lines) {
        bus.publish(messageId, "orders.order-placed.v1", order, placed(order, lines));
    }

    void confirm(String order) {
        bus.publish("orders.order-confirmed.v1", order, "{\"orderId\":\"" + order + "\",\"version\":2}");
    }

    void cancel(String order) {
        bus.publish("orders.order-canceled.v1", order, "{\"orderId\":\"" + order + "\",\"version\":2}");
    }

    void cancelWithOpenShipment(String order) {
        say("orders.order-canceled.v1", order, "{\"orderId\":\"" + order + "\",\"version\":5,\"shipmentOpen\":true}");
    }

    /** What workers say. */
    void notShipped(String order) {
        say("workers.shipment-canceled.v1", order, "{\"orderId\":\"" + order + "\",\"version\":3}");
    }

    void say(String type, String order, String body) {
        bus.publish(type, order, body);
    }

    Answer answer(String order) {
        return answers(order, 1, SOON).get(0);
    }

    /** The answer, and all that come until there is none for a while. */
    List<Answer> answers(String order) {
        answer(order);
        return unasked(order);
    }

    /** What is said about an order that nobody has placed: all that comes until there is nothing for a while. */
    List<Answer> unasked(String order) {
        return answers(order, Integer.MAX_VALUE, A_WHILE);
    }

    /** One answer for each of these orders, and all others about them that came meanwhile. */
    List<Answer> answers(Collection<String> orders) {
        while (about(orders).size() < orders.size() && hear(1, SOON)) {}
        return about(orders);
    }

    String deadLetterReason() {
        return bus.deadLetters("products", 1, SOON).get(0).getDeadLetterReason();
    }

    @Override
    public void close() {
        bus.close();
    }

    private List<Answer> answers(String order, int count, Duration patience) {
        while (about(order).size() < count && hear(1, patience)) {}
        return about(order);
    }

    private boolean hear(int count, Duration within) {
        List<ServiceBusReceivedMessage> taken = bus.take("orders", count, within);
        taken.stream()
                .map(Orders::read)
                .filter(answer -> !answer.orderId.isEmpty())
                .forEach(heard::add);
        return !taken.isEmpty();
    }

    private List<Answer> about(String order) {
        return about(List.of(order));
    }

    private List<Answer> about(Collection<String> orders) {
        return heard.stream().filter(answer -> orders.contains(answer.orderId)).toList();
    }

    private static Answer read(ServiceBusReceivedMessage message) {
        try {
            JsonNode data = JSON.readTree(message.getBody().toBytes());
            return new Answer(message.getSubject(), data.path("orderId").asText(), data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String placed(String order, Map<String, Integer> lines) {
        ObjectNode placed = JSON.createObjectNode().put("orderId", order).put("version", 1);
        ArrayNode array = placed.putArray("lines");
        lines.forEach((product, quantity) ->
                array.addObject().put("productId", product).put("quantity", quantity));
        try {
            return JSON.writeValueAsString(placed);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

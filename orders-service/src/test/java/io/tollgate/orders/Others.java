package io.tollgate.orders;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSessionReceiverClient;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.bus.ServiceBusExtension;
import io.tollgate.testing.bus.TopicProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Products and payments, as orders sees them: what they say, and what they hear. */
final class Others implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMillis(1000);

    private final TopicProbe bus = TopicProbe.on("events-topic");
    private final List<ServiceBusReceivedMessage> heard = new ArrayList<>();

    void publish(String product, long version, long price) {
        bus.publish(
                "products.product-published.v1",
                product,
                """
                {"productId":"%s","version":%d,"sku":"CUP","name":"Espresso cup, white",
                 "price":{"amount":%d,"currency":"EUR"},"publishedAt":"2026-04-02T10:30:00.250Z"}
                """
                        .formatted(product, version, price));
    }

    String reserve(String order) {
        return bus.publish("products.stock-reserved.v1", order, about(order, 1));
    }

    void repeat(String messageId, String order) {
        bus.publish(messageId, "products.stock-reserved.v1", order, about(order, 1));
    }

    void authorize(String order) {
        bus.publish("payments.payment-authorized.v1", "pay_of_" + order, about(order, 2));
    }

    void authorizeInTrace(String traceparent, String order) {
        bus.publishTraced(traceparent, "payments.payment-authorized.v1", "pay_of_" + order, about(order, 2));
    }

    void capture(String order) {
        bus.publish("payments.payment-captured.v1", "pay_of_" + order, about(order, 3));
    }

    /** The command to ship an order, taken out of the session of its bucket as workers would. */
    JsonNode fulfillment(String order) {
        String bucket = "bucket-%02d".formatted(Math.floorMod(order.hashCode(), 16));
        try (ServiceBusSessionReceiverClient sessions = new ServiceBusClientBuilder()
                        .connectionString(ServiceBusExtension.connectionString())
                        .sessionReceiver()
                        .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                        .queueName("orders-queue")
                        .buildClient();
                ServiceBusReceiverClient queue = sessions.acceptSession(bucket)) {
            return Stream.generate(() -> queue.receiveMessages(1, SOON).stream()
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no command about " + order)))
                    .map(message -> json(message.getBody().toString()))
                    .filter(command -> command.path("orderId").asText().equals(order))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    void book(String order) {
        bus.publish(
                "workers.shipment-booked.v1",
                "shp_of_" + order,
                about(order, 2)
                        .replace(
                                "}",
                                ",\"shipmentId\":\"shp_01kqsdr2s6f3esxc37g9q3t6gz\",\"carrier\":\"Sandbox Parcel\","
                                        + "\"trackingNumber\":\"SP000000017GB\"}"));
    }

    void refuseShipment(String order) {
        bus.publish(
                "workers.shipment-refused.v1",
                "shp_of_" + order,
                about(order, 2).replace("}", ",\"reason\":\"address_refused\"}"));
    }

    void decline(String order) {
        bus.publish(
                "payments.payment-declined.v1",
                "pay_of_" + order,
                about(order, 2).replace("}", ",\"reason\":\"insufficient_funds\"}"));
    }

    void say(String type, String subject, String body) {
        bus.publish(type, subject, body);
    }

    /** What payments hears about an order, once there are so many facts. */
    List<String> facts(String order, int count) {
        long end = System.nanoTime() + SOON.toNanos();
        while (about(order).size() < count && System.nanoTime() < end) {
            heard.addAll(bus.take("payments", 1, Duration.ofNanos(end - System.nanoTime())));
        }
        return about(order);
    }

    /** The same, and all that comes within a while after it. */
    List<String> allFacts(String order, int atLeast) {
        facts(order, atLeast);
        heard.addAll(bus.take("payments", Integer.MAX_VALUE, A_WHILE));
        return about(order);
    }

    ServiceBusReceivedMessage deadLetter() {
        return bus.deadLetters("orders", 1, SOON).get(0);
    }

    @Override
    public void close() {
        bus.close();
    }

    private List<String> about(String order) {
        return heard.stream()
                .filter(message ->
                        order.equals(message.getApplicationProperties().get("cloudEvents_subject")))
                .map(ServiceBusReceivedMessage::getSubject)
                .toList();
    }

    private static String about(String order, long version) {
        return "{\"orderId\":\"%s\",\"version\":%d}".formatted(order, version);
    }
}

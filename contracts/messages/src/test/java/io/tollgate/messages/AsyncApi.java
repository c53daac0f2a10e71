package io.tollgate.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AsyncAPI 3 document that topology.yml and the schemas make together. */
final class AsyncApi {
    private static final String HEADERS = "#/components/schemas/CloudEvent";
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final Map<String, List<String>> typesByChannel = new TreeMap<>();

    private AsyncApi() {
        Contracts.typesWith(".schema.json").forEach(type -> typesByChannel
                .computeIfAbsent(channelOf(type), channel -> new ArrayList<>())
                .add(type));
    }

    static ObjectNode document() {
        AsyncApi api = new AsyncApi();
        api.root.put("asyncapi", "3.0.0");
        api.root
                .putObject("info")
                .put("title", "Tollgate messages")
                .put("version", "1.0.0")
                .put("description", "Made from topology.yml and the schemas; AsyncApiTest says how.");
        api.channels();
        api.senders();
        api.readers();
        api.components();
        return api.root;
    }

    /** A command says in its description where it goes; a subscription names what comes through its topic. */
    private static String channelOf(String type) {
        String description = Contracts.schema(type).path("description").asText();
        for (JsonNode queue : Contracts.elements(Contracts.queues()).toList()) {
            if (description.contains(" to " + queue.path("name").asText())) {
                return queue.path("name").asText();
            }
        }
        return Contracts.topics()
                .filter(topic ->
                        topic.path("subscriptions").findValuesAsText("label").contains(type))
                .map(topic -> topic.path("name").asText())
                .findFirst()
                .orElse(type.contains(".send-notification.") ? "notifications-topic" : "events-topic");
    }

    private void channels() {
        ObjectNode channels = root.putObject("channels");
        typesByChannel.forEach((name, types) -> {
            ObjectNode channel = channels.putObject(name).put("address", name);
            ObjectNode messages = channel.putObject("messages");
            types.forEach(type -> messages.putObject(type).put("$ref", "#/components/messages/" + type));
        });
    }

    private void senders() {
        ObjectNode operations = root.putObject("operations");
        typesByChannel.forEach((channel, types) -> {
            Map<String, List<String>> byPublisher = new LinkedHashMap<>();
            types.forEach(type -> byPublisher
                    .computeIfAbsent(type.split("\\.")[0], publisher -> new ArrayList<>())
                    .add(type));
            byPublisher.forEach((publisher, sent) ->
                    operation(operations.putObject(publisher + "-to-" + channel), "send", channel, sent));
        });
    }

    private void readers() {
        ObjectNode operations = (ObjectNode) root.path("operations");
        Contracts.topics().forEach(topic -> topic.path("subscriptions")
                .forEach(subscription -> operation(
                        operations.putObject(topic.path("name").asText() + "-"
                                + subscription.path("name").asText()),
                        "receive",
                        topic.path("name").asText(),
                        subscription.path("filters").findValuesAsText("label"))));
    }

    private static void operation(ObjectNode operation, String action, String channel, List<String> types) {
        operation.put("action", action).putObject("channel").put("$ref", "#/channels/" + channel);
        ArrayNode messages = operation.putArray("messages");
        types.forEach(type -> messages.addObject().put("$ref", "#/channels/" + channel + "/messages/" + type));
    }

    private void components() {
        ObjectNode components = root.putObject("components");
        ObjectNode messages = components.putObject("messages");
        typesByChannel.values().stream().flatMap(List::stream).sorted().forEach(type -> {
            ObjectNode message = messages.putObject(type)
                    .put("name", type)
                    .put("contentType", "application/json")
                    .put("summary", Contracts.schema(type).path("description").asText());
            message.putObject("headers").put("$ref", HEADERS);
            message.putObject("payload").put("$ref", "./" + Contracts.path(type) + ".schema.json");
        });
        ObjectNode headers =
                components.putObject("schemas").putObject("CloudEvent").put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        List.of("id", "source", "type", "subject", "time", "specversion")
                .forEach(name -> properties.putObject("cloudEvents_" + name).put("type", "string"));
        properties.putObject("traceparent").put("type", "string");
        headers.putArray("required")
                .add("cloudEvents_id")
                .add("cloudEvents_source")
                .add("cloudEvents_type");
    }
}

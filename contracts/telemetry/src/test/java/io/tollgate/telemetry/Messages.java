package io.tollgate.telemetry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;

/** Publishes and handles messages with the observations that the delivery library makes. */
class Messages {

    private final ObservationRegistry observations;

    Messages(ObservationRegistry observations) {
        this.observations = observations;
    }

    Map<String, String> publish(String type, String entity) {
        SenderContext<Map<String, String>> context = new SenderContext<>(Map::put, Kind.PRODUCER);
        context.setCarrier(new HashMap<>());
        observe("publish " + type, entity, context, "publish");
        return context.getCarrier();
    }

    void handle(String type, String entity, Map<String, String> headers) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(Map::get, Kind.CONSUMER);
        context.setCarrier(headers);
        observe("process " + type, entity, context, "receive");
    }

    private void observe(String name, String entity, Observation.Context context, String operation) {
        Observation.createNotStarted("delivery", () -> context, observations)
                .contextualName(name)
                .lowCardinalityKeyValue("messaging.system", "servicebus")
                .lowCardinalityKeyValue("messaging.destination.name", entity)
                .lowCardinalityKeyValue("messaging.operation", operation)
                .observe(() -> {});
    }
}

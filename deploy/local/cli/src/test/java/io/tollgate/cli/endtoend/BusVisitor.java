package io.tollgate.cli.endtoend;

import com.azure.core.util.BinaryData;
import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.tollgate.cli.platform.Install;
import io.tollgate.cli.platform.Processes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Says on the platform's bus what none of its services would, and looks at what was set aside. */
record BusVisitor(Install install) {

    void say(String type, String body) {
        ServiceBusMessage message = new ServiceBusMessage(BinaryData.fromString(body)).setSubject(type);
        message.getApplicationProperties()
                .putAll(Map.of(
                        "cloudEvents_specversion",
                        "1.0",
                        "cloudEvents_id",
                        UUID.randomUUID().toString(),
                        "cloudEvents_source",
                        "/tollgate/visitor",
                        "cloudEvents_type",
                        type,
                        "cloudEvents_subject",
                        "a-visit",
                        "cloudEvents_time",
                        Instant.now().toString()));
        try (ServiceBusSenderClient sender =
                client().sender().topicName("events-topic").buildClient()) {
            sender.sendMessage(message);
        }
    }

    long deadLettersNaming(String text) {
        try (ServiceBusReceiverClient receiver =
                client().receiver().queueName("dlq-queue").buildClient()) {
            return receiver.peekMessages(1000).stream()
                    .filter(letter -> letter.getBody().toString().contains(text))
                    .count();
        }
    }

    private ServiceBusClientBuilder client() {
        return new ServiceBusClientBuilder()
                .connectionString("Endpoint=sb://127.0.0.1:" + install.ports().of(Processes.BUS)
                        + ";SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey="
                        + install.secrets().serviceBusKey() + ";UseDevelopmentEmulator=true;");
    }
}

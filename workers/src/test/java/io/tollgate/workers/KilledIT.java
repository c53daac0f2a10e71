package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.SandboxOptions;
import io.tollgate.sandbox.SandboxServer;
import io.tollgate.testing.bus.ServiceBus;
import io.tollgate.testing.bus.ServiceBusExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.client.WebClient;

/** A real process dies by kill -9 while the carrier owes it an answer; the next one on its database finishes its work. */
@ServiceBus
class KilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SHIPMENT = "shp_01kqsdr2w1e5bs8w2q7pjx3z0m";
    private static final String COMMAND =
            """
            {"shipmentId":"%s","orderId":"ord_01kqsdr2g0efqbx5q5kkj0z75h","userId":"usr_01kpmz88c1ef1tnyr5f7dfw65v",
             "lines":[{"productId":"prd_01kn6vw99tfhgsf0epbwycsr8k","name":"Cup","quantity":1}],
             "shippingAddress":{"name":"Jo","line1":"1 Hanging Way","city":"Oslo","postalCode":"1","country":"NO"}}"""
                    .formatted(SHIPMENT);

    @TempDir
    private Path directory;

    @Test
    void what_a_killed_instance_left_open_is_finished_by_the_next_and_books_one_parcel() throws Exception {
        try (SandboxServer carrier = SandboxServer.start(SandboxOptions.local(directory.resolve("sandbox")))) {
            Process first = startProcess(carrier);
            try {
                send();
                await().atMost(PATIENCE).until(() -> parcels(carrier).size() == 1);
            } finally {
                first.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }

            try (ConfigurableApplicationContext second = new SpringApplicationBuilder(WorkersApplication.class)
                    .run(arguments(carrier).toArray(String[]::new))) {
                await().atMost(PATIENCE).until(() -> "BOOKED".equals(state(second)));
            }
            assertThat(parcels(carrier)).hasSize(1);
        }
    }

    private Process startProcess(SandboxServer carrier) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkersApplication.class.getName()));
        command.addAll(arguments(carrier));
        File output = directory.resolve("first.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    private List<String> arguments(SandboxServer carrier) {
        return List.of(
                "--server.port=0",
                "--TOLLGATE_WORKERS_FUNCTIONS=thirdparty",
                "--TOLLGATE_WORKERS_DB_URL=r2dbc:h2:file:///" + directory.resolve("workers"),
                "--TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + ServiceBusExtension.connectionString(),
                "--TOLLGATE_CARRIER_URL=" + carrier.url(),
                "--TOLLGATE_CARRIER_KEY=any",
                // the answer does not come before the kill does
                "--resilience4j.timelimiter.instances.carrier.timeout-duration=5s");
    }

    private static void send() {
        ServiceBusMessage message = new ServiceBusMessage(COMMAND).setSubject("workers.book-shipment.v1");
        message.getApplicationProperties()
                .putAll(Map.of(
                        "cloudEvents_id", "1",
                        "cloudEvents_source", "/test",
                        "cloudEvents_type", "workers.book-shipment.v1",
                        "cloudEvents_subject", SHIPMENT,
                        "cloudEvents_specversion", "1.0",
                        "cloudEvents_time", OffsetDateTime.now().toString()));
        try (ServiceBusSenderClient sender = new ServiceBusClientBuilder()
                .connectionString(ServiceBusExtension.connectionString())
                .sender()
                .queueName("thirdparty-queue")
                .buildClient()) {
            sender.sendMessage(message);
        }
    }

    private static List<JsonNode> parcels(SandboxServer carrier) {
        JsonNode items = WebClient.create(carrier.url())
                .get()
                .uri("/carrier/v1/shipments?reference={shipment}", SHIPMENT)
                .retrieve()
                .bodyToMono(JsonNode.class)
                .block()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private static String state(ConfigurableApplicationContext workers) {
        return workers.getBean(DatabaseClient.class)
                .sql("SELECT state FROM shipment WHERE shipment_id = :id")
                .bind("id", SHIPMENT)
                .mapValue(String.class)
                .one()
                .block();
    }
}

package io.tollgate.testing.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.servicebus.ServiceBusServer;
import java.net.Socket;
import org.junit.jupiter.api.Test;

@ServiceBus(topology = "bus-for-tests.yml")
class ServiceBusExtensionTest {

    @Test
    void the_bus_is_injected_and_listens(ServiceBusServer bus) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", bus.port())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void applications_of_this_jvm_find_its_connection_string(ServiceBusServer bus) {
        assertThat(ServiceBusExtension.connectionString()).isEqualTo(bus.connectionString());
        assertThat(System.getProperty("TOLLGATE_SERVICEBUS_CONNECTION_STRING"))
                .startsWith("Endpoint=sb://localhost:" + bus.port() + ";");
    }
}

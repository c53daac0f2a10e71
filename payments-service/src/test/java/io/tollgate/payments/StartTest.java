package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a wrong environment is told: one sentence that names the variable, and no secret. */
@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    @Test
    void a_sql_server_that_refuses_ends_the_start_with_the_variable_and_the_address(CapturedOutput output)
            throws IOException {
        int port = refusingPort();

        assertFails("TOLLGATE_PAYMENTS_DB_URL", "r2dbc:mssql://sa:s3cret@127.0.0.1:" + port + "/payments");

        assertThat(output)
                .contains("TOLLGATE_PAYMENTS_DB_URL", "127.0.0.1:" + port, "APPLICATION FAILED TO START")
                .doesNotContain("s3cret");
    }

    @Test
    void a_card_network_that_is_missing_is_named(CapturedOutput output) {
        assertFails("TOLLGATE_CARD_NETWORK_URL", "");

        assertThat(output).contains("TOLLGATE_CARD_NETWORK_URL is not set.", "APPLICATION FAILED TO START");
    }

    private static void assertFails(String variable, String value) {
        Map<String, String> environment = new LinkedHashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "TOLLGATE_PAYMENTS_DB_URL", "r2dbc:h2:mem:///start",
                "TOLLGATE_CALLER_JWKS", TestCallers.jwks(),
                "TOLLGATE_IDEMPOTENCY_SECRET", "a secret of the tests, thirty-two characters",
                "TOLLGATE_CARD_NETWORK_URL", "http://127.0.0.1:1",
                "TOLLGATE_CARD_NETWORK_KEY", "k3y",
                "TOLLGATE_SERVICEBUS_CONNECTION_STRING",
                        "Endpoint=sb://127.0.0.1;SharedAccessKeyName=none;SharedAccessKey=none;"
                                + "UseDevelopmentEmulator=true;"));
        environment.put(variable, value);
        String[] arguments = environment.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);

        assertThat(catchThrowable(() -> new SpringApplication(PaymentsApplication.class)
                        .run(arguments)
                        .close()))
                .isNotNull();
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

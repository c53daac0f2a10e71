package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartTest {
    private static final String NO_BUS =
            "Endpoint=sb://localhost:1;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true;";

    @Test
    void a_sql_server_that_refuses_ends_the_start_with_the_variable_and_the_address(CapturedOutput output)
            throws IOException {
        int port = refusingPort();

        Throwable failure = catchThrowable(
                () -> start("TOLLGATE_PRODUCTS_DB_URL=r2dbc:mssql://sa:s3cret@127.0.0.1:" + port + "/products"));

        assertThat(failure).isNotNull();
        assertThat(output)
                .contains("TOLLGATE_PRODUCTS_DB_URL", "127.0.0.1:" + port, "APPLICATION FAILED TO START")
                .doesNotContain("s3cret");
    }

    @Test
    void a_start_without_a_database_names_the_variable(CapturedOutput output) {
        assertThat(catchThrowable(() -> start("TOLLGATE_PRODUCTS_DB_URL="))).isNotNull();

        assertThat(output).contains("TOLLGATE_PRODUCTS_DB_URL is not set.");
    }

    private static void start(String database) {
        new SpringApplication(ProductsApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--" + database,
                        "--TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + NO_BUS,
                        "--TOLLGATE_CALLER_JWKS=" + TestCallers.jwks(),
                        "--TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough")
                .close();
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

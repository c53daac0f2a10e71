package io.tollgate.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OrdersStartTest {
    @Test
    void a_sql_server_that_is_away_is_named_by_the_variable_it_comes_from(CapturedOutput output) throws IOException {
        String address = "127.0.0.1:" + refusingPort();

        assertThatThrownBy(() -> start("TOLLGATE_ORDERS_DB_URL=r2dbc:mssql://sa:s3cret-pw@" + address + "/orders"));

        assertThat(output).contains("APPLICATION FAILED TO START", "TOLLGATE_ORDERS_DB_URL", address);
        assertThat(output).doesNotContain("s3cret-pw");
    }

    @Test
    void a_missing_database_is_named_by_its_variable(CapturedOutput output) {
        assertThatThrownBy(() -> start("TOLLGATE_ORDERS_DB_URL="));

        assertThat(output).contains("APPLICATION FAILED TO START", "TOLLGATE_ORDERS_DB_URL is not set");
    }

    private static void start(String database) {
        new SpringApplicationBuilder(OrdersApplication.class)
                .properties(
                        database,
                        "TOLLGATE_CALLER_JWKS=" + TestCallers.jwks(),
                        "TOLLGATE_IDEMPOTENCY_SECRET=a-secret-of-tests-that-is-long-enough",
                        "TOLLGATE_SERVICEBUS_CONNECTION_STRING=Endpoint=sb://127.0.0.1;SharedAccessKeyName=a;SharedAccessKey=b",
                        "TOLLGATE_ORDERS_PORT=0",
                        "TOLLGATE_ORDERS_MANAGEMENT_PORT=0")
                .run()
                .close();
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}

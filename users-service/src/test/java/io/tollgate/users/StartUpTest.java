package io.tollgate.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tollgate.testing.TestCallers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a wrong environment is told: one sentence that names the variable, and no secret. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {
    @Test
    void a_sql_server_that_is_not_there_is_named_with_its_variable(CapturedOutput output) throws IOException {
        int port = refusingPort();

        start(Map.of("TOLLGATE_USERS_DB_URL", "r2dbc:mssql://sa:canary-password@127.0.0.1:" + port + "/users"));

        assertThat(output).contains("TOLLGATE_USERS_DB_URL").contains("127.0.0.1:" + port);
        assertThat(output).doesNotContain("canary-password");
    }

    @Test
    void missing_variables_are_named(CapturedOutput output) {
        start(Map.of("TOLLGATE_USERS_DB_URL", ""));
        assertThat(output).contains("TOLLGATE_USERS_DB_URL");

        start(Map.of("TOLLGATE_CALLER_JWKS", ""));
        assertThat(output).contains("TOLLGATE_CALLER_JWKS is not set.");

        start(Map.of("TOLLGATE_IDEMPOTENCY_SECRET", "canary-short"));
        assertThat(output).contains("TOLLGATE_IDEMPOTENCY_SECRET is shorter than 32 characters.");

        start(Map.of("TOLLGATE_BOOTSTRAP_ADMIN", "canary-admin"));
        assertThat(output).contains("TOLLGATE_BOOTSTRAP_ADMIN is not of the form email:password:apiKey.");
        assertThat(output).doesNotContain("canary-");
    }

    private static void start(Map<String, Object> wrong) {
        Map<String, Object> environment = new HashMap<>(Map.of(
                "TOLLGATE_USERS_DB_URL",
                "r2dbc:h2:mem:///startup",
                "TOLLGATE_USERS_PORT",
                0,
                "TOLLGATE_USERS_MANAGEMENT_PORT",
                0,
                "TOLLGATE_CALLER_JWKS",
                TestCallers.jwks(),
                "TOLLGATE_IDEMPOTENCY_SECRET",
                "a secret of the tests, thirty-two characters",
                "TOLLGATE_SERVICEBUS_CONNECTION_STRING",
                "Endpoint=sb://127.0.0.1;SharedAccessKeyName=none;SharedAccessKey=none;UseDevelopmentEmulator=true;"));
        environment.putAll(wrong);

        assertThat(catchThrowable(() -> new SpringApplicationBuilder(UsersApplication.class)
                        .properties(environment)
                        .run()))
                .isNotNull();
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }
}

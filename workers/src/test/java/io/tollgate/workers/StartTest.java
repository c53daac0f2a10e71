package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Stream;
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

        failStart(
                "TOLLGATE_WORKERS_DB_URL=r2dbc:mssql://sa:s3cret@127.0.0.1:" + port + "/workers",
                "TOLLGATE_SMTP_HOST=127.0.0.1",
                "TOLLGATE_CARRIER_URL=http://127.0.0.1:1",
                "TOLLGATE_CARRIER_KEY=k3y");

        assertThat(output)
                .contains("TOLLGATE_WORKERS_DB_URL", "127.0.0.1:" + port, "APPLICATION FAILED TO START")
                .doesNotContain("s3cret");
    }

    @Test
    void a_start_of_the_email_function_without_a_mail_server_names_the_variable(CapturedOutput output) {
        failStart("TOLLGATE_WORKERS_DB_URL=r2dbc:h2:mem:///workers-start", "TOLLGATE_WORKERS_FUNCTIONS=email");

        assertThat(output).contains("TOLLGATE_SMTP_HOST is not set.");
    }

    private static void failStart(String... variables) {
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "TOLLGATE_SERVICEBUS_CONNECTION_STRING=" + NO_BUS),
                        Arrays.stream(variables))
                .map(variable -> "--" + variable)
                .toArray(String[]::new);
        assertThat(catchThrowable(() -> SpringApplication.run(WorkersApplication.class, arguments)
                        .close()))
                .isNotNull();
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

package io.tollgate.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {
    @Configuration
    @EnableAutoConfiguration
    static class Library {}

    @Test
    void a_sql_server_that_refuses_ends_the_start_with_the_variable_and_the_address(CapturedOutput output)
            throws IOException {
        int port = refusingPort();
        SpringApplication application = new SpringApplicationBuilder(Library.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "tollgate.database.variable=TOLLGATE_LIBRARY_DB_URL",
                        "tollgate.database.url=r2dbc:mssql://sa:s3cret@127.0.0.1:" + port + "/library")
                .build();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(application::run))
                .isNotNull();

        assertThat(output)
                .contains("The database that TOLLGATE_LIBRARY_DB_URL names cannot be reached")
                .contains("127.0.0.1:" + port)
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("s3cret")
                .doesNotContain("\tat io.tollgate");
    }

    @Test
    void a_sql_server_that_goes_away_later_is_an_outage() throws IOException {
        DatabaseUrl url = DatabaseUrl.parse("X", "r2dbc:mssql://sa:pw@127.0.0.1:" + refusingPort() + "/library");

        DatabaseClient.create(ConnectionFactories.get(url.r2dbc()))
                .sql("SELECT 1")
                .then()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        failure -> assertThat(Outages.isDatabaseAway(failure)).isTrue());
    }

    private static int refusingPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

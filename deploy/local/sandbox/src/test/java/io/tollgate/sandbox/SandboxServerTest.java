package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxServerTest {

    @TempDir
    Path data;

    @Test
    void it_says_that_it_is_up() throws Exception {
        try (SandboxServer sandbox = SandboxServer.start("127.0.0.1", 0, data)) {
            Caller caller = new Caller(sandbox.url(), "any");
            assertThat(caller.get("/healthz").status()).isEqualTo(200);
            assertThat(caller.get("/readyz").status()).isEqualTo(200);
            assertThat(caller.get("/elsewhere").status()).isEqualTo(404);
        }
    }

    @Test
    void what_it_did_is_there_again_after_a_kill_in_the_middle_of_a_line() throws Exception {
        String id;
        try (SandboxServer sandbox = SandboxServer.start("127.0.0.1", 0, data)) {
            Caller caller = new Caller(sandbox.url(), "any");
            id = caller.authorize("k1", "tok_visa").text("id");
            caller.step("k2", id, "captures");
        }
        Files.writeString(data.resolve("network.ndjson"), "{\"key\":\"torn", StandardOpenOption.APPEND);

        try (SandboxServer sandbox = SandboxServer.start("127.0.0.1", 0, data)) {
            Caller caller = new Caller(sandbox.url(), "any");
            assertThat(caller.authorize("k1", "tok_visa").text("id")).isEqualTo(id);
            assertThat(caller.get("/network/v1/operations/k2").text("status")).isEqualTo("captured");
            assertThat(caller.step("k2", id, "captures").text("status")).isEqualTo("captured");
            assertThat(caller.step("k4", id, "refunds").status()).isEqualTo(201);
        }
        try (SandboxServer sandbox = SandboxServer.start("127.0.0.1", 0, data)) {
            assertThat(new Caller(sandbox.url(), "any")
                            .get("/network/v1/operations/k4")
                            .text("status"))
                    .isEqualTo("refunded");
        }
    }
}

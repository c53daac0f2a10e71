package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    private static final String MAIL = "{\"to\":\"usr_1\",\"template\":\"order-confirmed\",\"orderId\":\"ord_1\"}";

    @TempDir
    Path data;

    SandboxServer sandbox;
    Caller caller;

    @BeforeEach
    void start() throws Exception {
        sandbox = SandboxServer.start("127.0.0.1", 0, data);
        caller = new Caller(sandbox.url(), "any");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_message_is_kept_as_it_was_sent_once_per_key() throws Exception {
        assertThat(caller.post("/mail/v1/messages", "k1", MAIL).status()).isEqualTo(202);
        assertThat(caller.post("/mail/v1/messages", "k1", MAIL).status()).isEqualTo(202);

        JsonNode items = caller.get("/mail/v1/messages?to=usr_1").body().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/template").asText()).isEqualTo("order-confirmed");
        assertThat(items.at("/0/idempotencyKey").asText()).isEqualTo("k1");
        assertThat(caller.get("/mail/v1/messages?to=usr_2").body().path("items"))
                .isEmpty();
    }

    @Test
    void another_message_under_the_same_key_is_refused() throws Exception {
        caller.post("/mail/v1/messages", "k1", MAIL);

        assertThat(caller.post("/mail/v1/messages", "k1", MAIL.replace("ord_1", "ord_2"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_message_to_nobody_is_refused() throws Exception {
        assertThat(caller.post("/mail/v1/messages", "k1", "{\"template\":\"x\"}")
                        .text("code"))
                .isEqualTo("missing_to");
    }
}

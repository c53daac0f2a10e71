package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementsTest {
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
    void the_file_of_a_day_has_what_was_done_and_nothing_that_was_refused() throws Exception {
        capturedWith("tok_visa");
        caller.post("/network/v1/authorizations/" + id("tok_visa") + "/refunds", "refund", "{\"amount\":40}");
        caller.authorize("declined", "tok_declined");
        String unconfirmed = caller.authorize("asked", "tok_3ds").text("id");
        caller.step("dropped", unconfirmed, "voids");

        List<String> lines = file(LocalDate.now(ZoneOffset.UTC));
        assertThat(lines.get(0)).isEqualTo("operation_id,authorization,reference,type,amount,currency,time");
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.replaceAll(",auth_[0-9a-f]+,|,[^,]+$", ";"))
                .containsExactly(
                        "authorize-tok_visa;pay_1,authorization,4390,EUR;",
                        "capture-tok_visa;pay_1,capture,4390,EUR;",
                        "refund;pay_1,refund,40,EUR;");
    }

    @Test
    void another_day_has_nothing_and_no_day_is_refused() throws Exception {
        capturedWith("tok_visa");

        assertThat(file(LocalDate.parse("2026-05-04"))).hasSize(1);
        assertThat(caller.get("/network/v1/settlements?date=today").text("code"))
                .isEqualTo("invalid_date");
    }

    @Test
    void the_file_is_wrong_where_a_token_asks_for_it() throws Exception {
        capturedWith("tok_settlement_missing");
        capturedWith("tok_settlement_extra");
        capturedWith("tok_settlement_amount");

        assertThat(file(LocalDate.now(ZoneOffset.UTC)))
                .filteredOn(line -> line.contains(",capture,"))
                .extracting(line -> line.replaceAll(",auth_.*capture,|,EUR.*$", ";"))
                .containsExactly(
                        "capture-tok_settlement_extra;4390;",
                        "capture-tok_settlement_extra-extra;4390;",
                        "capture-tok_settlement_amount;4391;");
    }

    private void capturedWith(String token) throws Exception {
        caller.step("capture-" + token, id(token), "captures");
    }

    private String id(String token) throws Exception {
        return caller.authorize("authorize-" + token, token).text("id");
    }

    private List<String> file(LocalDate day) throws Exception {
        return caller.lines("/network/v1/settlements?date=" + day);
    }
}

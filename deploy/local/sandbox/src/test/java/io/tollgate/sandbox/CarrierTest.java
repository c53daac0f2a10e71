package io.tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.sandbox.Caller.Seen;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierTest {

    @TempDir
    Path data;

    SandboxServer sandbox;
    Caller caller;

    @BeforeEach
    void start() throws Exception {
        open();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_key_books_once_and_gets_the_same_answer_for_ever() throws Exception {
        Seen first = book("k1", "12 Harbor Street");
        Seen again = book("k1", "12 Harbor Street");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("carrier")).isEqualTo("Sandbox Parcel");
        assertThat(first.text("trackingNumber")).startsWith("SP");
        assertThat(again).isEqualTo(first);
        assertThat(shipments()).hasSize(1);
        assertThat(caller.get("/carrier/v1/operations/k1").text("shipmentId")).isEqualTo(first.text("id"));
    }

    @Test
    void another_booking_under_the_same_key_is_refused() throws Exception {
        book("k1", "12 Harbor Street");

        assertThat(book("k1", "13 Harbor Street").text("code")).isEqualTo("idempotency_key_reused");
    }

    @Test
    void a_refused_address_is_refused_for_good() throws Exception {
        assertThat(book("k1", "1 Refused Road").text("code")).isEqualTo("address_refused");

        assertThat(caller.get("/carrier/v1/operations/k1").text("status")).isEqualTo("refused");
        assertThat(shipments()).isEmpty();
    }

    @Test
    void a_hanging_booking_is_known_by_its_key_and_repeating_is_no_way_out() throws Exception {
        assertThatThrownBy(() -> book(caller.impatient(), "k1", "1 Hanging Way"))
                .isInstanceOf(HttpTimeoutException.class);
        assertThatThrownBy(() -> book(caller.impatient(), "k1", "1 Hanging Way"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(caller.get("/carrier/v1/operations/k1").text("status")).isEqualTo("booked");
        assertThat(shipments()).hasSize(1);
    }

    @Test
    void a_lost_booking_is_not_known_and_its_repetition_books() throws Exception {
        assertThatThrownBy(() -> book(caller.impatient(), "k1", "1 Lost Lane"))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(caller.get("/carrier/v1/operations/k1").text("code")).isEqualTo("unknown_key");

        assertThat(book("k1", "1 Lost Lane").status()).isEqualTo(201);
        assertThat(shipments()).hasSize(1);
    }

    @Test
    void whoever_repeats_before_a_late_answer_gets_two_and_one_booking() throws Exception {
        assertThatThrownBy(() -> book(caller.impatient(), "k1", "1 Twice Terrace"))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(book("k1", "1 Twice Terrace").status()).isEqualTo(201);
        assertThat(shipments()).hasSize(1);
    }

    @Test
    void a_broken_bridge_fails_once_and_does_nothing() throws Exception {
        assertThat(book("k1", "1 Broken Bridge").status()).isEqualTo(500);
        assertThat(caller.get("/carrier/v1/operations/k1").status()).isEqualTo(404);
        assertThat(book("k1", "1 Broken Bridge").status()).isEqualTo(201);
    }

    @Test
    void a_booking_is_taken_back_once() throws Exception {
        String id = book("k1", "12 Harbor Street").text("id");

        assertThat(cancel("k2", id).text("status")).isEqualTo("canceled");
        assertThat(cancel("k2", id).text("status")).isEqualTo("canceled");
        assertThat(cancel("k3", id).text("code")).isEqualTo("already_canceled");
        assertThat(shipments().get(0).path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void a_parcel_that_has_left_is_not_taken_back() throws Exception {
        String id = book("k1", "1 Departed Drive").text("id");

        assertThat(cancel("k2", id).text("code")).isEqualTo("already_departed");
        assertThat(cancel("k3", "parcel_9").text("code")).isEqualTo("unknown_shipment");
    }

    @Test
    void bookings_are_there_again_after_a_restart() throws Exception {
        Seen booked = book("k1", "12 Harbor Street");
        cancel("k2", booked.text("id"));
        sandbox.close();
        open();

        assertThat(book("k1", "12 Harbor Street")).isEqualTo(booked);
        assertThat(shipments().get(0).path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void without_its_key_the_carrier_says_nothing() throws Exception {
        SandboxOptions guarded =
                SandboxOptions.local(data.resolve("guarded")).guarded(Optional.empty(), Optional.of("secret"));
        try (SandboxServer other = SandboxServer.start(guarded)) {
            assertThat(new Caller(other.url(), "wrong")
                            .get("/carrier/v1/shipments")
                            .status())
                    .isEqualTo(401);
            assertThat(new Caller(other.url(), "secret")
                            .get("/carrier/v1/shipments")
                            .status())
                    .isEqualTo(200);
        }
    }

    private void open() throws Exception {
        sandbox = SandboxServer.start(SandboxOptions.local(data));
        caller = new Caller(sandbox.url(), "any");
    }

    private Seen book(String key, String line1) throws Exception {
        return book(caller, key, line1);
    }

    private static Seen book(Caller caller, String key, String line1) throws Exception {
        String body = "{\"reference\":\"shp_1\",\"recipient\":{\"name\":\"Jo\",\"line1\":\"%s\"},\"lines\":[]}";
        return caller.post("/carrier/v1/shipments", key, body.formatted(line1));
    }

    private Seen cancel(String key, String id) throws Exception {
        return caller.post("/carrier/v1/shipments/" + id + "/cancellation", key, "");
    }

    private JsonNode shipments() throws Exception {
        return caller.get("/carrier/v1/shipments?reference=shp_1").body().path("items");
    }
}

package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.tollgate.workers.thirdparty.ThirdpartyProperties;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.function.client.WebClient;

/** Paid orders become shipments. */
class ShipmentsIT extends RunningShipments {
    private static final String REFUSED = "workers.shipment-refused.v1";
    private static final String ITS_INSTANCE_DIED =
            """
            UPDATE shipment SET state = 'BOOKING', parcel = :parcel, attempts = 1, claimed_until = opened_at,
                due_at = opened_at, taken_at = opened_at
            WHERE order_id = :key
            """;

    @Test
    void a_paid_order_has_one_shipment_however_often_it_is_told_and_its_address_is_forgotten() {
        fulfill("12 Harbor Street");
        fulfill("12 Harbor Street");

        JsonNode told = fact(BOOKED);

        await().pollDelay(A_WHILE).until(() -> true);
        assertThat(parcels()).singleElement().satisfies(parcel -> assertThat(parcel.path("trackingNumber"))
                .isEqualTo(told.path("trackingNumber")));
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key")).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM shipment WHERE order_id = :key AND parcel IS NOT NULL"))
                .isZero();
    }

    @Test
    void what_the_carrier_refuses_is_told_with_its_reason() {
        fulfill("1 Refused Road");

        assertThat(fact(REFUSED).path("reason").asText()).isEqualTo("address-refused");
        assertThat(parcels()).isEmpty();
    }

    @Test
    void a_carrier_that_books_and_never_answers_is_asked() {
        fulfill("1 Hanging Way");

        fact(BOOKED);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void a_request_that_was_lost_is_sent_again_and_one_that_is_answered_twice_books_once() {
        fulfill("1 Lost Lane");
        fact(BOOKED);
        assertThat(parcels()).hasSize(1);

        an_order();
        fulfill("1 Twice Terrace");
        fact(BOOKED);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void a_booking_whose_instance_died_is_taken_over_and_books_no_second_parcel() {
        fulfill("12 Harbor Street");
        fact(BOOKED);

        database.sql(ITS_INSTANCE_DIED)
                .bind("key", order)
                .bind("parcel", "{\"address\":{\"name\":\"Jo\",\"line1\":\"12 Harbor Street\"},\"lines\":[]}")
                .then()
                .block();

        await().atMost(SOON)
                .until(() -> count("SELECT COUNT(*) FROM shipment WHERE order_id = :key AND state = 'BOOKED'") == 1);
        assertThat(parcels()).hasSize(1);
    }

    @Test
    void there_is_one_port_and_it_is_for_those_who_look_after_workers(
            @LocalServerPort int port, @LocalManagementPort int management) {
        assertThat(management).isEqualTo(port);
        assertThat(answer(port, "/readyz")).isEqualTo(200);
        assertThat(answer(port, "/v1/shipments")).isEqualTo(404);
    }

    @Test
    void all_calls_of_one_attempt_fit_into_the_lease(
            @Autowired RetryRegistry retries,
            @Autowired TimeLimiterRegistry timeLimiters,
            @Autowired ThirdpartyProperties properties) {
        int tries = retries.retry("carrier").getRetryConfig().getMaxAttempts();
        Duration oneTry =
                timeLimiters.timeLimiter("carrier").getTimeLimiterConfig().getTimeoutDuration();

        assertThat(tries).isEqualTo(2);
        assertThat(oneTry).isEqualTo(Duration.ofSeconds(2));
        // asked, then booked; a pause each
        assertThat(oneTry.multipliedBy(tries * 2L).plusSeconds(1)).isLessThan(properties.lease());
        assertThat(properties.doubt()).isGreaterThan(properties.lease());
    }

    private static int answer(int port, String path) {
        return WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .exchangeToMono(response ->
                        response.releaseBody().thenReturn(response.statusCode().value()))
                .block();
    }
}

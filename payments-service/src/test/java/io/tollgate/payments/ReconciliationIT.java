package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The sandbox's settlement file, right and wrong, against the ledger. */
class ReconciliationIT extends RunningPayments {
    @Autowired
    private Ids ids;

    private Orders orders;

    @BeforeEach
    void listen() {
        // what is captured on two days is not compared as one
        await().atMost(Duration.ofSeconds(90))
                .until(() -> LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.of(23, 59)));
        orders = new Orders();
    }

    @AfterEach
    void stop() {
        orders.close();
    }

    @Test
    void what_agrees_is_matched_and_each_kind_of_difference_is_found() {
        String right = captured("tok_visa");
        String missing = captured("tok_settlement_missing");
        String extra = captured("tok_settlement_extra");
        String amount = captured("tok_settlement_amount");

        JsonNode found = compared(LocalDate.now(ZoneOffset.UTC));

        assertThat(differences(found, right)).isEmpty();
        assertThat(differences(found, missing)).containsExactly("missing " + missing + "-capture 4390 null");
        assertThat(differences(found, extra)).containsExactly("extra " + extra + "-capture-extra null 4390");
        assertThat(differences(found, amount)).containsExactly("amount " + amount + "-capture 4390 4391");
        assertThat(found.path("matched").asLong()).isGreaterThanOrEqualTo(6);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(metrics())
                .containsPattern("tollgate_payments_reconciliation_differences\\{.*kind=\"extra\".*\\} [1-9]"));
    }

    @Test
    void yesterday_is_compared_by_itself() {
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        reconciliation(yesterday).path("status").asText())
                .isEqualTo("finished"));
    }

    private JsonNode compared(LocalDate day) {
        askForReconciliation(day, ids.next("ref"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(reconciliation(day).path("status").asText()).isEqualTo("finished"));
        return reconciliation(day);
    }

    private String captured(String token) {
        String order = ids.next("ord");
        orders.place(order, token);
        String payment = orders.fact(order, "authorized").paymentId();
        orders.confirm(order);
        orders.fact(order, "captured");
        return payment;
    }

    private static List<String> differences(JsonNode found, String payment) {
        return StreamSupport.stream(found.path("differences").spliterator(), false)
                .filter(difference -> difference.path("reference").asText().equals(payment))
                .map(difference -> String.join(
                        " ",
                        difference.path("kind").asText(),
                        difference.path("operation").asText(),
                        difference.at("/ours/amount").asText("null"),
                        difference.at("/theirs/amount").asText("null")))
                .map(text -> text.replace("  ", " null ").replaceAll(" $", " null"))
                .toList();
    }
}

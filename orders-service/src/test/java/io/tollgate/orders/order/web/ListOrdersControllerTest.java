package io.tollgate.orders.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.orders.OrdersOverHttp;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** Lists of orders. */
class ListOrdersControllerTest extends OrdersOverHttp {
    @Test
    void orders_are_listed_newest_first_page_by_page() {
        List<String> placed =
                IntStream.range(0, 3).mapToObj(i -> placed(order(cup, 1))).toList();

        JsonNode first = get("/v1/orders?limit=2")
                .expectHeader()
                .valueMatches(HttpHeaders.LINK, "<.*/v1/orders\\?limit=2&after=.*>; rel=\"next\"")
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        JsonNode second = get("/v1/orders?limit=2&after=" + first.path("next").asText())
                .expectHeader()
                .doesNotExist(HttpHeaders.LINK)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();

        assertThat(first.path("items").findValuesAsText("id")).containsExactly(placed.get(2), placed.get(1));
        assertThat(second.path("items").findValuesAsText("id")).containsExactly(placed.get(0));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        problem(get("/v1/orders?after=cHJkXzE"), 400, "validation-failed")
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("after");
        problem(get("/v1/orders?limit=0"), 400, "validation-failed");
    }

    @Test
    void a_list_is_narrowed_by_status_time_and_name() {
        String canceled = placed(order(cup, 1));
        String kept = placed(order(cup, 1).replaceFirst("\\{", "{\"externalId\":\"" + user + "\","));
        cancel(customer(), canceled, ids.next("key")).expectStatus().isOk().expectBody();
        String placedAt = get("/v1/orders/" + kept)
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("createdAt")
                .asText();

        assertThat(listed(customer(), "status=CANCELED")).containsExactly(canceled);
        assertThat(listed(customer(), "status=PLACED")).containsExactly(kept);
        assertThat(listed(customer(), "status=SHIPPED")).isEmpty();
        assertThat(listed(customer(), "externalId=" + user.toUpperCase())).containsExactly(kept);
        assertThat(listed(customer(), "placedAfter=" + placedAt)).containsExactly(kept);
        assertThat(listed(customer(), "placedBefore=" + placedAt)).containsExactly(canceled);
        assertThat(listed(customer(), "placedAfter=2026-01-01T00:00:00Z&placedBefore=2026-01-02T00:00:00Z"))
                .isEmpty();
    }

    @Test
    void support_lists_anybodys_orders_and_nobody_else_does() {
        String order = placed(order(cup, 1));
        String office = CALLERS.bearer(ids.next("cli"), ids.next("usr"), List.of("support"), "orders:read");

        assertThat(listed(office, "userId=" + user)).containsExactly(order);
        assertThat(listed(office, "userId=" + user + "&status=PLACED")).containsExactly(order);
        assertThat(listed(office, "limit=1")).hasSize(1);
        assertThat(listed(customer(), "userId=" + user)).containsExactly(order);
        problem(get("/v1/orders?userId=" + ids.next("usr")), 403, "missing-role");
    }

    @Test
    void everybody_lists_their_own_orders_and_those_that_were_placed_through_the_same_client() {
        String own = placed(order(cup, 1));
        String elsewhere = bearer(ids.next("cli"), user);

        assertThat(listed(customer(), "")).containsExactly(own);
        assertThat(listed(elsewhere, "")).isEmpty();
        assertThat(listed(elsewhere, "userId=" + user)).isEmpty();
        assertThat(listed(bearer(CLIENT, ids.next("usr")), "")).isEmpty();
    }

    @Test
    void a_question_that_makes_no_sense_is_refused() {
        for (String question : List.of(
                "status=LOST",
                "placedAfter=yesterday",
                "placedBefore=%2B1000000-01-01T00:00:00Z",
                "externalId=a%20b",
                "userId=me")) {
            problem(
                            as(customer())
                                    .get()
                                    .uri(URI.create("/v1/orders?" + question))
                                    .exchange(),
                            400,
                            "validation-failed")
                    .jsonPath("$.errors[0].parameter")
                    .isEqualTo(question.substring(0, question.indexOf('=')));
        }
    }

    private List<String> listed(String bearer, String question) {
        return as(bearer)
                .get()
                .uri(URI.create("/v1/orders?" + question))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("items")
                .findValuesAsText("id");
    }
}

package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.products.Answers.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of products over HTTP; every answer is held against the OpenAPI. */
class CatalogListIT extends RunningCatalog {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "sort=-name",
                "sort=price&currency=EUR",
                "sort=-price&currency=EUR",
                "sort=publishedAt",
                "sort=-publishedAt"
            })
    void pages_neither_repeat_nor_skip_while_others_are_inserted(String sort) {
        List<String> there = IntStream.range(0, 7)
                .mapToObj(i -> active("Cup " + i % 3, 100 + i % 2).text("/id"))
                .toList();
        List<String> seen = new ArrayList<>();
        String next = "/v1/products?limit=2&" + sort + "&category=" + category;
        while (next != null) {
            Answer page = reader.get(next).is(200);
            page.body().at("/items").forEach(item -> seen.add(item.at("/id").asText()));
            active("Cup 1", 100);
            next = page.next();
            if (seen.size() > 100) {
                throw new AssertionError("it never ends");
            }
            if (seen.containsAll(there)) {
                next = null;
            }
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    @Test
    void a_list_is_filtered_sorted_and_thinned_out() {
        active("Äpfel, rot", 300);
        active("Birnen", 100);
        active("apfelkuchen", 200);

        assertThat(names("&sort=name")).containsExactly("apfelkuchen", "Birnen", "Äpfel, rot");
        assertThat(names("&sort=price&currency=EUR")).containsExactly("Birnen", "apfelkuchen", "Äpfel, rot");
        assertThat(names("&sort=-price&currency=EUR&priceMin=101")).containsExactly("Äpfel, rot", "apfelkuchen");
        assertThat(names("&currency=EUR&priceMin=100&priceMax=200")).containsExactly("Birnen", "apfelkuchen");
        assertThat(names("&currency=USD")).isEmpty();
        assertThat(names("&q=APFEL")).containsExactly("Äpfel, rot", "apfelkuchen");
        assertThat(names("&q=apfel rot")).containsExactly("Äpfel, rot");
        assertThat(names("&q=pfel")).isEmpty();
        JsonNode thin = reader.get("/v1/products?fields=name,price&category=" + category)
                .is(200)
                .body();
        assertThat(thin.at("/items/0").toString())
                .isEqualTo("{\"name\":\"Äpfel, rot\",\"price\":{\"amount\":300,\"currency\":\"EUR\"}}");
    }

    @Test
    void everything_wrong_with_a_list_is_told_at_once() {
        Answer refused = reader.get(
                        "/v1/products?status=x&category=X&q= &sort=y&priceMin=-1&priceMax=1e3&currency=euro")
                .refused(400, "validation-failed");

        assertThat(refused.body().at("/errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("status", "category", "q", "sort", "priceMin", "priceMax", "currency");
        reader.get("/v1/products?sort=price").refused(400, "validation-failed");
        reader.get("/v1/products?fields=secret").refused(400, "validation-failed");
        reader.get("/v1/products?currency=EUR&priceMin=2&priceMax=1").refused(400, "validation-failed");
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        active("Cup");
        active("Cup");
        String next =
                reader.get("/v1/products?limit=1&category=" + category).is(200).next();

        reader.get(next + "&sort=name").refused(400, "validation-failed");
    }

    @Test
    void what_is_known_already_is_not_sent_again() {
        Answer cup = active("Cup");
        String list = "/v1/products?category=" + category;
        String tag = reader.get(list).is(200).header("ETag");

        reader.get(cup.header("Location"), "If-None-Match", cup.header("ETag")).is(304);
        reader.get(cup.header("Location"), "If-Modified-Since", cup.header("Last-Modified"))
                .is(304);
        reader.get(list, "If-None-Match", tag).is(304);
        seller.patch(cup.header("Location"), "{\"name\":\"Mug\"}", "\"v1\"").is(200);
        reader.get(list, "If-None-Match", tag).is(200);
    }

    private List<String> names(String filters) {
        return list(reader, filters).stream()
                .map(item -> item.at("/name").asText())
                .toList();
    }
}

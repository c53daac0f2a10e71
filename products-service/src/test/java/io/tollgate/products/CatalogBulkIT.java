package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.Answers.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many products in one request; every answer is held against the OpenAPI. */
class CatalogBulkIT extends RunningCatalog {
    @Test
    void each_of_many_is_answered_for_itself_and_the_same_key_gives_the_same_answer() {
        Answer known = active("Cup");
        Map<String, Object> same = product("Cup");
        same.put("sku", known.text("/sku"));
        same.put("status", "active");
        Map<String, Object> other = product("Mug");
        Map<String, Object> broken = product(" ");
        broken.put("colour", "red");
        Map<String, Object> items = Map.of("items", List.of(same, other, broken, other, "nothing", product("Jug")));
        String key = ids.next("key");

        Answer first =
                seller.post("/v1/products/bulk", items, "Idempotency-Key", key).is(200);
        assertThat(first.body().at("/items").findValuesAsText("result"))
                .containsExactly("unchanged", "created", "failed", "failed", "failed", "created");
        assertThat(first.text("/items/3/problem/errors/0/pointer")).isEqualTo("/sku");
        Answer again =
                seller.post("/v1/products/bulk", items, "Idempotency-Key", key).is(200);
        assertThat(again.body()).isEqualTo(first.body());

        Answer unkeyed = seller.post("/v1/products/bulk", items).is(200);
        assertThat(unkeyed.body().at("/items").findValuesAsText("result"))
                .containsExactly("unchanged", "unchanged", "failed", "failed", "failed", "unchanged");
        assertThat(list(seller, "&status=draft")).hasSize(2);
    }

    @Test
    void a_thousand_items_are_taken_and_one_more_is_not() {
        List<Map<String, Object>> many =
                Stream.generate(() -> product("Cup")).limit(1001).toList();

        seller.post("/v1/products/bulk", Map.of("items", many)).refused(400, "validation-failed");
        Answer done = seller.post("/v1/products/bulk", Map.of("items", many.subList(0, 1000)))
                .is(200);

        assertThat(done.body().at("/items").findValuesAsText("result"))
                .hasSize(1000)
                .containsOnly("created");
    }
}

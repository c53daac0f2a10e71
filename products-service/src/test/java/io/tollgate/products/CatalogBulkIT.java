package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.products.Answers.Answer;
import io.tollgate.testing.ApiContract;
import io.tollgate.values.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many products in one request; every answer is held against the OpenAPI. */
class CatalogBulkIT extends RunningProducts {
    @Autowired
    private Ids ids;

    private Answers seller;
    private Answers reader;
    private Answers customer;
    private String category;

    @BeforeEach
    void callers() {
        var contract = ApiContract.of("products").exchangeConsumer();
        seller = new Answers(
                asSeller().mutate().entityExchangeResultConsumer(contract).build());
        reader = new Answers(
                asReader().mutate().entityExchangeResultConsumer(contract).build());
        customer = new Answers(
                asCustomer().mutate().entityExchangeResultConsumer(contract).build());
        category = ids.next("c").replace('_', '-');
    }

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

    private List<JsonNode> list(Answers caller, String filters) {
        List<JsonNode> items = new ArrayList<>();
        caller.get("/v1/products?limit=100&category=" + category + filters)
                .is(200)
                .body()
                .at("/items")
                .forEach(items::add);
        return items;
    }

    private Answer active(String name) {
        return active(name, 1250);
    }

    private Answer active(String name, int amount) {
        Map<String, Object> product = product(name);
        product.put("price", Map.of("amount", amount, "currency", "EUR"));
        product.put("status", "active");
        return seller.post("/v1/products", product).is(201);
    }

    private Map<String, Object> product(String name) {
        return new HashMap<>(Map.of(
                "sku",
                ids.next("sku"),
                "name",
                name,
                "categories",
                List.of(category),
                "price",
                Map.of("amount", 1250, "currency", "EUR")));
    }
}

package io.tollgate.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.products.Answers.Answer;
import io.tollgate.testing.ApiContract;
import io.tollgate.values.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A category of each test's own, and who sells and reads in it; every answer is held against the OpenAPI. */
abstract class RunningCatalog extends RunningProducts {
    @Autowired
    protected Ids ids;

    protected Answers seller;
    protected Answers reader;
    protected Answers customer;
    protected String category;

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

    protected List<JsonNode> list(Answers caller, String filters) {
        List<JsonNode> items = new ArrayList<>();
        caller.get("/v1/products?limit=100&category=" + category + filters)
                .is(200)
                .body()
                .at("/items")
                .forEach(items::add);
        return items;
    }

    protected Answer active(String name) {
        return active(name, 1250);
    }

    protected Answer active(String name, int amount) {
        Map<String, Object> product = product(name);
        product.put("price", Map.of("amount", amount, "currency", "EUR"));
        product.put("status", "active");
        return seller.post("/v1/products", product).is(201);
    }

    protected Map<String, Object> product(String name) {
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

package io.tollgate.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tollgate.products.Answers.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a product, its list and its changes over HTTP; every answer is held against the OpenAPI. */
class CatalogApiIT extends RunningCatalog {
    @Test
    void a_draft_is_seen_by_managers_alone_until_it_is_published_and_read_after_it_was_retired() {
        Answer draft = seller.post("/v1/products", product("Cup")).is(201);
        String path = draft.header("Location");
        assertThat(draft.text("/status")).isEqualTo("draft");
        reader.get(path).refused(404, "not-found");
        assertThat(seller.get(path).is(200).header("Cache-Control")).isEqualTo("no-cache, private");
        assertThat(list(reader, "")).isEmpty();
        assertThat(list(seller, "&status=draft")).hasSize(1);
        reader.get("/v1/products?status=draft").refused(401, "user-required");
        customer.get("/v1/products?status=draft").refused(403, "missing-role");
        customer.get(path).refused(404, "not-found");
        seller.post(path + "/retirement", null).refused(409, "product-not-published");

        assertThat(seller.post(path + "/publication", null).is(200).header("ETag"))
                .isEqualTo("\"v2\"");
        assertThat(seller.post(path + "/publication", null).is(200).header("ETag"))
                .isEqualTo("\"v2\"");
        Answer active = reader.get(path).is(200);
        assertThat(active.header("Cache-Control")).isEqualTo("max-age=10, private");
        assertThat(active.header("Last-Modified")).isNotNull();
        assertThat(list(reader, "")).hasSize(1);

        seller.post(path + "/retirement", null).is(200);
        assertThat(reader.get(path).is(200).text("/status")).isEqualTo("retired");
        assertThat(list(reader, "")).isEmpty();
        assertThat(list(reader, "&status=retired")).hasSize(1);
        seller.post(path + "/publication", null).refused(409, "product-retired");
        seller.patch(path, "{\"name\":\"Mug\"}", "\"v3\"").refused(409, "product-retired");
    }

    @Test
    void a_patch_changes_what_it_names_if_the_product_is_as_it_was_seen() {
        String path = active("Cup").header("Location");
        seller.patch(path, "{\"name\":\"Mug\"}", null).refused(428, "precondition-required");

        Answer mug = seller.patch(path, "{\"name\":\"Mug\",\"price\":{\"amount\":1}}", "\"v1\"")
                .is(200);
        assertThat(mug.header("ETag")).isEqualTo("\"v2\"");
        assertThat(mug.text("/name")).isEqualTo("Mug");
        assertThat(mug.body().at("/price").toString()).isEqualTo("{\"amount\":1,\"currency\":\"EUR\"}");
        assertThat(mug.body().at("/categories/0").asText()).isEqualTo(category);

        seller.patch(path, "{\"name\":\"Jug\"}", "\"v1\"").refused(412, "precondition-failed");
        assertThat(seller.patch(path, "{\"name\":\"Mug\"}", "\"v2\"").is(200).header("ETag"))
                .isEqualTo("\"v2\"");
        assertThat(seller.patch(path, "{\"categories\":null}", "\"v2\"")
                        .is(200)
                        .body()
                        .at("/categories"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null} | 400 | validation-failed | /name",
                "{\"name\":\"\\u0000\"} | 400 | validation-failed | /name",
                "{\"name\":\"\\ud83d\"} | 400 | validation-failed | /name",
                "{\"colour\":\"red\"} | 400 | unknown-property | /colour",
                "{\"status\":\"retired\"} | 400 | unknown-property | /status",
                "{\"prices\":null} | 422 | price-missing | /prices",
                "{\"prices\":[{\"amount\":5,\"currency\":\"EUR\",\"validFrom\":\"2990-01-01T00:00:00Z\"}]} | 422 | price-missing | /prices",
                "{\"prices\":[{\"amount\":5,\"currency\":\"EUR\",\"validFrom\":\"+99999-01-01T00:00:00Z\"}]} | 400 | validation-failed | /prices/0/validFrom",
                "{\"prices\":[{\"amount\":5,\"currency\":\"EUR\",\"validFrom\":\"2030-01-01T00:00:00Z\",\"validUntil\":\"2029-01-01T00:00:00Z\"}]} | 400 | validation-failed | /prices/0/validUntil",
                "{\"price\":{\"amount\":99999999999999999999}} | 400 | validation-failed | /price/amount",
                "{\"price\":{\"amount\":0}} | 400 | validation-failed | /price/amount",
                "{\"categories\":[\"Not A Slug\"]} | 400 | validation-failed | /categories/0",
                "{\"images\":[{\"url\":\"http://plain.example/\",\"alt\":\"\"}]} | 400 | validation-failed | /images/0/url",
                "[] | 400 | validation-failed | ''"
            })
    void a_patch_that_makes_no_product_is_refused_with_a_pointer(
            String patch, int status, String problem, String pointer) {
        String path = active("Cup").header("Location");

        Answer refused = seller.patch(path, patch, "\"v1\"").refused(status, problem);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(reader.get(path).is(200).header("ETag")).isEqualTo("\"v1\"");
    }

    @Test
    void of_twenty_who_patch_what_they_saw_one_does() {
        String path = active("Cup").header("Location");

        List<Integer> statuses = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> seller.patch(path, "{\"name\":\"Cup " + i + "\"}", "\"v1\"")
                        .status())
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(reader.get(path).is(200).header("ETag")).isEqualTo("\"v2\"");
    }

    @Test
    void of_publications_at_the_same_time_one_is_told() {
        String path = seller.post("/v1/products", product("Cup")).is(201).header("Location");

        List<String> tags = IntStream.range(0, 10)
                .parallel()
                .mapToObj(i -> seller.post(path + "/publication", null).is(200).header("ETag"))
                .toList();

        assertThat(tags).containsOnly("\"v2\"");
    }

    @Test
    void a_scheduled_price_comes_into_effect_by_itself() {
        Map<String, Object> cup = product("Cup");
        cup.remove("price");
        cup.put("prices", lowerFrom("2990-01-01T00:00:00Z"));
        cup.put("status", "active");
        Answer made = seller.post("/v1/products", cup).is(201);
        assertThat(made.body().at("/price/amount").asInt()).isEqualTo(1250);

        Instant soon = Instant.now().plusMillis(1500);
        seller.patch(made.header("Location"), Map.of("prices", lowerFrom(soon.toString())), "\"v1\"")
                .is(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(reader.get(made.header("Location"))
                        .is(200)
                        .body()
                        .at("/price/amount")
                        .asInt())
                .isEqualTo(990));
    }

    private static List<Map<String, Object>> lowerFrom(String instant) {
        return List.of(
                Map.of("amount", 1250, "currency", "EUR"),
                Map.of("amount", 990, "currency", "EUR", "validFrom", instant));
    }

    @Test
    void the_whole_catalog_is_told_again() {
        seller.post("/admin/v1/catalog/republication", null).is(202);
    }
}

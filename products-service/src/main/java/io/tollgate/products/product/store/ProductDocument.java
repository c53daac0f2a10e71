package io.tollgate.products.product.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Image;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Prices;
import io.tollgate.products.product.Product;
import java.util.List;
import java.util.Optional;

/** What of a product nobody looks for. */
record ProductDocument(
        Optional<String> description,
        List<String> categories,
        List<Price> prices,
        Optional<Price> price,
        List<Image> images) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static String write(Product product) {
        Content content = product.content();
        try {
            return JSON.writeValueAsString(new ProductDocument(
                    content.description(),
                    content.categories(),
                    content.prices().all(),
                    product.price(),
                    content.images()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("product " + product.id(), unwritable);
        }
    }

    static ProductDocument read(String document) {
        try {
            return JSON.readValue(document, ProductDocument.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a product has an unreadable document", damaged);
        }
    }

    Content content(String sku, String name) {
        return new Content(sku, name, description, categories, new Prices(prices), images);
    }
}

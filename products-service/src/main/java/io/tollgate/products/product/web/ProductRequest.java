package io.tollgate.products.product.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tollgate.products.product.Content;
import io.tollgate.products.product.Price;
import io.tollgate.products.product.Prices;
import io.tollgate.products.product.Product;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** What is said of a product: the body that makes one, what a patched one must satisfy, and one of many. */
@OnePrice
record ProductRequest(
        @NotNull @Pattern(regexp = SKU, message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
                String sku,
        @NotBlank @Size(max = 200) @Pattern(regexp = LINE, message = "must be one line of text") String name,
        @Pattern(regexp = TEXT, message = "must be a text that is not blank") @Size(max = 2000) String description,
        @Size(max = 20) List<@NotNull @Pattern(regexp = SLUG, message = SLUG_RULE) String> categories,
        @Valid PriceRequest price,
        @Size(max = 50) List<@NotNull @Valid PriceRequest> prices,
        @Size(max = 20) List<@NotNull @Valid ImageRequest> images,
        Begin status) {
    /** No control characters and no half of a surrogate pair. */
    static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

    static final String SLUG = "(?=.{1,50}$)[a-z0-9]+(?:-[a-z0-9]+)*";
    static final String SLUG_RULE = "must be words of small letters and digits with hyphens between, 50 at most";
    private static final String SKU = "[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?";
    private static final String TEXT = "(?=[\\s\\S]*\\S)(?:[^\\p{Cc}\\p{Cs}]|[\\n\\r\\t])*+";

    /** How a product begins. */
    enum Begin {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("active")
        ACTIVE
    }

    /** The same text written in two ways is the same text; whether it is too long is seen afterwards. */
    ProductRequest {
        name = normalized(name);
        description = normalized(description);
    }

    static String normalized(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static ProductRequest of(Product product) {
        Content content = product.content();
        return new ProductRequest(
                content.sku(),
                content.name(),
                content.description().orElse(null),
                content.categories(),
                null,
                content.prices().all().stream().map(PriceRequest::of).toList(),
                content.images().stream().map(ImageRequest::of).toList(),
                null);
    }

    ProductRequest inShort(Optional<Price> inEffect) {
        PriceRequest one = inEffect.map(Price::money)
                .map(Price::always)
                .map(PriceRequest::of)
                .orElse(null);
        return new ProductRequest(sku, name, description, categories, one, null, images, status);
    }

    boolean active() {
        return status == Begin.ACTIVE;
    }

    Content toContent() {
        return new Content(
                sku,
                name,
                Optional.ofNullable(description),
                orEmpty(categories),
                toPrices(),
                orEmpty(images).stream().map(ImageRequest::toImage).toList());
    }

    private Prices toPrices() {
        List<PriceRequest> all = price == null ? orEmpty(prices) : List.of(price);
        return new Prices(all.stream().map(PriceRequest::toPrice).toList());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}

package io.tollgate.products.product.web;

import io.tollgate.http.Problem;
import io.tollgate.http.ProblemTypes;
import io.tollgate.http.Violation;
import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.ProductQuery.Key;
import io.tollgate.products.product.ProductQuery.PriceRange;
import io.tollgate.products.product.ProductQuery.Sort;
import io.tollgate.products.product.Status;
import io.tollgate.products.product.Words;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.util.MultiValueMap;

/** The filters and the order of a list, from its query parameters; everything that is wrong with them is said at once. */
final class ListParameters {
    static final Map<String, Sort> SORTS = Map.of(
            "name", new Sort(Key.NAME, false),
            "-name", new Sort(Key.NAME, true),
            "price", new Sort(Key.PRICE, false),
            "-price", new Sort(Key.PRICE, true),
            "publishedAt", new Sort(Key.PUBLISHED_AT, false),
            "-publishedAt", new Sort(Key.PUBLISHED_AT, true));
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_WORDS = 8;

    private final MultiValueMap<String, String> parameters;
    private final List<Violation> violations = new ArrayList<>();

    private ListParameters(MultiValueMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static ProductQuery parse(MultiValueMap<String, String> parameters) {
        ListParameters given = new ListParameters(parameters);
        Sort sort = given.sort();
        ProductQuery query =
                new ProductQuery(given.status(), given.category(), given.words(), given.prices(sort), sort);
        if (!given.violations.isEmpty()) {
            throw given.violations.stream()
                    .reduce(Problem.of(ProblemTypes.VALIDATION_FAILED), Problem::error, (one, other) -> one)
                    .asRefusal();
        }
        return query;
    }

    private Status status() {
        String status = given("status").orElse("active");
        return List.of("draft", "active", "retired").contains(status)
                ? Status.valueOf(status.toUpperCase(Locale.ROOT))
                : wrong("status", "must be draft, active or retired", Status.ACTIVE);
    }

    private Optional<String> category() {
        Optional<String> category = given("category");
        return category.filter(slug -> !slug.matches(ProductRequest.SLUG)).isPresent()
                ? wrong("category", ProductRequest.SLUG_RULE, category)
                : category;
    }

    private List<String> words() {
        String text = given("q").orElse("x");
        List<String> words = text.length() > LONGEST_TEXT ? List.of() : Words.of(text);
        return words.isEmpty() || words.size() > MOST_WORDS
                ? wrong("q", "must be 1 to 8 words of 100 characters together", words)
                : given("q").map(present -> words).orElse(List.of());
    }

    private Sort sort() {
        Sort otherwise = SORTS.get("publishedAt");
        String sort = given("sort").orElse("publishedAt");
        return SORTS.containsKey(sort)
                ? SORTS.get(sort)
                : wrong("sort", "must be name, price or publishedAt, with - before it for the other way", otherwise);
    }

    private PriceRange prices(Sort sort) {
        PriceRange range = new PriceRange(currency(), amount("priceMin"), amount("priceMax"));
        boolean compares = range.min().isPresent() || range.max().isPresent() || sort.key() == Key.PRICE;
        if (compares && given("currency").isEmpty()) {
            return wrong("currency", "is required where prices are compared", range);
        }
        return range.min().orElse(0) > range.max().orElse(Long.MAX_VALUE)
                ? wrong("priceMax", "must not be less than priceMin", range)
                : range;
    }

    private Optional<Currency> currency() {
        try {
            return given("currency").map(Currency::getInstance);
        } catch (IllegalArgumentException unknown) {
            return wrong("currency", "must be an ISO 4217 code", Optional.empty());
        }
    }

    private OptionalLong amount(String name) {
        Optional<String> amount = given(name);
        if (amount.filter(text -> !text.matches("[0-9]{1,12}")).isPresent()) {
            return wrong(name, "must be a whole number of minor units, 12 digits at most", OptionalLong.empty());
        }
        return amount.map(text -> OptionalLong.of(Long.parseLong(text))).orElse(OptionalLong.empty());
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(parameters.getFirst(name));
    }

    private <T> T wrong(String parameter, String rule, T instead) {
        violations.add(Violation.inParameter(parameter, "invalid", rule));
        return instead;
    }
}

package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.http.QueryParameters;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductQuery;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.Status;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The catalog as a list over HTTP; it is the same for everybody, drafts apart. */
@RestController
class ProductListController {
    private final Products products;
    private final CatalogAnswers answers;

    ProductListController(Products products, CatalogAnswers answers) {
        this.products = products;
        this.answers = answers;
    }

    @GetMapping("/v1/products")
    @QueryParameters({"status", "category", "q", "currency", "priceMin", "priceMax", "sort", "fields"})
    Mono<ResponseEntity<Page<Map<String, Object>>>> list(Cursor cursor, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("catalog:read");
        var parameters = exchange.getRequest().getQueryParams();
        ProductQuery query = ListParameters.parse(parameters);
        ProductFields fields = ProductFields.parse(parameters.getFirst("fields"));
        if (query.status() == Status.DRAFT) {
            Managers.requireRole(caller);
        }
        return products.list(query, cursor.fetch(), cursor.after().map(text -> ListPosition.parse(text, query.sort())))
                .collectList()
                .map(fetched -> Page.of(fetched, cursor, product -> ListPosition.text(product, query.sort())))
                .map(page -> answer(page, fields, query.status(), exchange));
    }

    private ResponseEntity<Page<Map<String, Object>>> answer(
            Page<Product> page, ProductFields fields, Status status, ServerWebExchange exchange) {
        ResponseEntity<Page<Map<String, Object>>> response =
                page.map(fields::of).toResponse(exchange);
        return ResponseEntity.ok()
                .headers(response.getHeaders())
                .eTag(tag(page))
                .cacheControl(answers.of(status))
                .body(response.getBody());
    }

    /** Another one as soon as a product on the page is another, or has another version, or more follow. */
    private static String tag(Page<Product> page) {
        List<String> versions = page.items().stream()
                .map(product -> product.id() + ":" + product.version())
                .toList();
        return ListTag.of(versions, page.next());
    }
}

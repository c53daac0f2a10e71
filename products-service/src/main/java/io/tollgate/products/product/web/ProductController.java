package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.ETags;
import io.tollgate.http.Idempotency;
import io.tollgate.http.Page;
import io.tollgate.products.product.FindProduct;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.Products;
import io.tollgate.products.product.PublishProduct;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The catalog over HTTP. */
@RestController
@RequestMapping("/v1/products")
class ProductController {
    private final PublishProduct publishProduct;
    private final FindProduct findProduct;
    private final Products products;
    private final Idempotency idempotency;

    ProductController(
            PublishProduct publishProduct, FindProduct findProduct, Products products, Idempotency idempotency) {
        this.publishProduct = publishProduct;
        this.findProduct = findProduct;
        this.products = products;
        this.idempotency = idempotency;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> publish(
            @Valid @RequestBody PublishProductRequest request, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("catalog:write");
        caller.requireUser();
        return idempotency.once(exchange, caller, request, () -> publish(request));
    }

    @GetMapping
    Mono<ResponseEntity<Page<ProductResponse>>> list(Cursor cursor, Caller caller, ServerWebExchange exchange) {
        caller.requireScope("catalog:read");
        return products.list(cursor.fetch(), cursor.after().map(ProductController::position))
                .collectList()
                .map(fetched -> page(fetched, cursor).toResponse(exchange));
    }

    @GetMapping("/{productId}")
    Mono<ResponseEntity<ProductResponse>> read(@PathVariable String productId, Caller caller) {
        caller.requireScope("catalog:read");
        return findProduct.handle(new ProductId(productId)).map(product -> answer(ResponseEntity.ok(), product));
    }

    private Mono<ResponseEntity<?>> publish(PublishProductRequest request) {
        return publishProduct.handle(request.toCommand()).map(ProductController::created);
    }

    private static ResponseEntity<ProductResponse> created(Product product) {
        return answer(ResponseEntity.created(URI.create("/v1/products/" + product.id())), product);
    }

    private static ResponseEntity<ProductResponse> answer(BodyBuilder response, Product product) {
        return response.eTag(ETags.of(product.version())).body(ProductResponse.of(product));
    }

    private static Page<ProductResponse> page(List<Product> fetched, Cursor cursor) {
        return Page.of(fetched, cursor, product -> product.id().value()).map(ProductResponse::of);
    }

    private static ProductId position(String after) {
        ProductId id = new ProductId(after);
        if (!id.isValid()) {
            throw Cursor.invalid("after", "is not a cursor that this list gave");
        }
        return id;
    }
}

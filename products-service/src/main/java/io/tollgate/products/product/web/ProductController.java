package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.products.product.CreateProduct;
import io.tollgate.products.product.FindProduct;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One product over HTTP. */
@RestController
@RequestMapping("/v1/products")
class ProductController {
    private final CreateProduct createProduct;
    private final FindProduct findProduct;
    private final Idempotency idempotency;
    private final CatalogAnswers answers;

    ProductController(
            CreateProduct createProduct, FindProduct findProduct, Idempotency idempotency, CatalogAnswers answers) {
        this.createProduct = createProduct;
        this.findProduct = findProduct;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> create(
            @Valid @RequestBody ProductRequest request, Caller caller, ServerWebExchange exchange) {
        Managers.require(caller);
        return idempotency.once(exchange, caller, request, () -> create(request));
    }

    @GetMapping("/{productId}")
    Mono<ResponseEntity<Map<String, Object>>> read(
            @PathVariable String productId, @RequestParam(required = false) String fields, Caller caller) {
        caller.requireScope("catalog:read");
        ProductFields seen = ProductFields.parse(fields);
        return findProduct
                .handle(new ProductId(productId), Managers.areAsking(caller))
                .map(product -> answers.read(product).body(seen.of(product)));
    }

    private Mono<ResponseEntity<?>> create(ProductRequest request) {
        return createProduct
                .handle(request.toContent(), request.active())
                .map(product -> answer(ResponseEntity.created(URI.create("/v1/products/" + product.id())), product));
    }

    private ResponseEntity<Map<String, Object>> answer(ResponseEntity.BodyBuilder response, Product product) {
        return answers.changed(response, product).body(ProductFields.everything(product));
    }
}

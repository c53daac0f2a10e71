package io.tollgate.products.product.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Idempotency;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.PublishProduct;
import io.tollgate.products.product.RetireProduct;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A product enters and leaves the catalog over HTTP; done twice is done once. */
@RestController
@RequestMapping("/v1/products/{productId}")
class LifecycleController {
    private static final String NO_BODY = "";

    private final PublishProduct publishProduct;
    private final RetireProduct retireProduct;
    private final Idempotency idempotency;
    private final CatalogAnswers answers;

    LifecycleController(
            PublishProduct publishProduct,
            RetireProduct retireProduct,
            Idempotency idempotency,
            CatalogAnswers answers) {
        this.publishProduct = publishProduct;
        this.retireProduct = retireProduct;
        this.idempotency = idempotency;
        this.answers = answers;
    }

    @PostMapping("/publication")
    Mono<ResponseEntity<byte[]>> publish(@PathVariable String productId, Caller caller, ServerWebExchange exchange) {
        return once(productId, caller, exchange, publishProduct::handle);
    }

    @PostMapping("/retirement")
    Mono<ResponseEntity<byte[]>> retire(@PathVariable String productId, Caller caller, ServerWebExchange exchange) {
        return once(productId, caller, exchange, retireProduct::handle);
    }

    private Mono<ResponseEntity<byte[]>> once(
            String id, Caller caller, ServerWebExchange exchange, Function<ProductId, Mono<Product>> step) {
        Managers.require(caller);
        return idempotency.once(
                exchange, caller, NO_BODY, () -> step.apply(new ProductId(id)).map(this::answer));
    }

    private ResponseEntity<?> answer(Product product) {
        return answers.changed(ResponseEntity.ok(), product).body(ProductFields.everything(product));
    }
}

package io.tollgate.products.product.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.http.Caller;
import io.tollgate.http.ETags;
import io.tollgate.http.MergePatch;
import io.tollgate.products.product.FindProduct;
import io.tollgate.products.product.Product;
import io.tollgate.products.product.ProductId;
import io.tollgate.products.product.ReviseProduct;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A product changed in part over HTTP. */
@RestController
class PatchController {
    private final FindProduct findProduct;
    private final ReviseProduct reviseProduct;
    private final ProductBodies bodies;
    private final CatalogAnswers answers;

    PatchController(
            FindProduct findProduct, ReviseProduct reviseProduct, ProductBodies bodies, CatalogAnswers answers) {
        this.findProduct = findProduct;
        this.reviseProduct = reviseProduct;
        this.bodies = bodies;
        this.answers = answers;
    }

    @PatchMapping(
            path = "/v1/products/{productId}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Map<String, Object>>> patch(
            @PathVariable String productId, @RequestBody JsonNode patch, Caller caller, ServerWebExchange exchange) {
        Managers.require(caller);
        return findProduct
                .handle(new ProductId(productId), true)
                .doOnNext(product -> ETags.requireMatch(exchange, product.version()))
                .flatMap(product -> reviseProduct.handle(
                        product, bodies.patched(product, patch).toContent()))
                .map(this::answer);
    }

    private ResponseEntity<Map<String, Object>> answer(Product product) {
        return answers.changed(ResponseEntity.ok(), product).body(ProductFields.everything(product));
    }
}

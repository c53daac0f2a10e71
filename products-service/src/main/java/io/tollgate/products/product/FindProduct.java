package io.tollgate.products.product;

import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** One product by its id; a draft does not exist for who may not see drafts. */
@Service
public class FindProduct {
    private final ProductBook book;

    FindProduct(ProductBook book) {
        this.book = book;
    }

    public Mono<Product> handle(ProductId id, boolean draftsToo) {
        return book.find(id)
                .filter(product -> draftsToo || product.status() != Status.DRAFT)
                .switchIfEmpty(Mono.error(() -> new ProductNotFound(id)));
    }
}

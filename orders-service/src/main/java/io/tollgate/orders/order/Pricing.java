package io.tollgate.orders.order;

import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.PlaceOrderCommand.Wish;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Puts names and prices of the own catalog copy to what a customer wants. */
@Service
class Pricing {
    private final Catalog catalog;

    Pricing(Catalog catalog) {
        this.catalog = catalog;
    }

    Mono<List<OrderLine>> price(List<Wish> wishes) {
        return Mono.fromSupplier(() -> new WishList(wishes).productIds())
                .flatMap(this::known)
                .flatMap(known -> price(new WishList(wishes), known));
    }

    private Mono<Map<ProductId, CatalogEntry>> known(List<ProductId> ids) {
        return catalog.findAll(ids).collectMap(CatalogEntry::productId);
    }

    private Mono<List<OrderLine>> price(WishList wishes, Map<ProductId, CatalogEntry> known) {
        List<Integer> unknown = wishes.missingIn(known);
        return unknown.isEmpty() ? Mono.fromSupplier(() -> offered(wishes, known)) : refusal(unknown);
    }

    private static List<OrderLine> offered(WishList wishes, Map<ProductId, CatalogEntry> known) {
        List<Integer> retired = wishes.retiredIn(known);
        if (!retired.isEmpty()) {
            throw new RetiredProduct(retired);
        }
        return wishes.pricedWith(known);
    }

    private Mono<List<OrderLine>> refusal(List<Integer> unknown) {
        return catalog.asOf().singleOptional().flatMap(asOf -> Mono.error(new UnknownProduct(unknown, asOf)));
    }
}

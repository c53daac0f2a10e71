package io.tollgate.orders.order;

import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.orders.order.PlaceOrderCommand.Wish;
import io.tollgate.values.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The lines as the customer wrote them, each known by its place. */
record WishList(List<Wish> wishes) {
    /** The products, each once. */
    List<ProductId> productIds() {
        Set<ProductId> seen = new HashSet<>();
        List<Integer> repeated = places(i -> !seen.add(wishes.get(i).productId()));
        if (!repeated.isEmpty()) {
            throw new RepeatedProduct(repeated);
        }
        return wishes.stream().map(Wish::productId).toList();
    }

    List<Integer> missingIn(Map<ProductId, CatalogEntry> known) {
        return places(i -> !known.containsKey(wishes.get(i).productId()));
    }

    List<Integer> retiredIn(Map<ProductId, CatalogEntry> known) {
        return places(i -> known.get(wishes.get(i).productId()).retired());
    }

    List<OrderLine> pricedWith(Map<ProductId, CatalogEntry> known) {
        SortedMap<Integer, Money> changed = new TreeMap<>();
        places(i -> !accepts(wishes.get(i), known)).forEach(i -> changed.put(i, price(wishes.get(i), known)));
        if (!changed.isEmpty()) {
            throw new PriceChanged(changed);
        }
        return wishes.stream().map(wish -> line(wish, known)).toList();
    }

    private List<Integer> places(IntPredicate which) {
        return IntStream.range(0, wishes.size()).filter(which).boxed().toList();
    }

    private static boolean accepts(Wish wish, Map<ProductId, CatalogEntry> known) {
        return wish.expectedPrice().map(price(wish, known)::equals).orElse(true);
    }

    private static OrderLine line(Wish wish, Map<ProductId, CatalogEntry> known) {
        return new OrderLine(wish.productId(), offer(wish, known).name(), wish.quantity(), price(wish, known));
    }

    private static Money price(Wish wish, Map<ProductId, CatalogEntry> known) {
        return offer(wish, known).price();
    }

    private static Offer offer(Wish wish, Map<ProductId, CatalogEntry> known) {
        return known.get(wish.productId()).offer().orElseThrow();
    }
}

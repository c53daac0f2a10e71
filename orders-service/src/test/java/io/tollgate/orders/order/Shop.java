package io.tollgate.orders.order;

import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.MemoryCatalog;
import io.tollgate.orders.catalog.Offer;
import io.tollgate.orders.catalog.ProductId;
import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.values.Money;
import java.util.Optional;

/** The use cases on maps instead of tables, at a clock that the test moves. */
final class Shop {
    final MutableClock clock = MutableClock.atNoon();
    final MemoryCatalog catalog = new MemoryCatalog();
    final MemoryOrders orders = new MemoryOrders();
    final MemoryTimeline timeline = new MemoryTimeline();
    final RecordingOrderEvents events = new RecordingOrderEvents();
    final OrderBook book = new OrderBook(orders, timeline, events, OrderFixtures.DEADLINES, clock);
    final PlaceOrder placeOrder = new PlaceOrder(new Pricing(catalog), book, orders, new SequentialIds());
    final RecordAnswer recordAnswer = new RecordAnswer(book);
    final CancelOrder cancelOrder = new CancelOrder(book);
    final FindOrder findOrder = new FindOrder(book);
    final ListOrders listOrders = new ListOrders(orders);
    final ReadTimeline readTimeline = new ReadTimeline(book, timeline);
    final ExpireOrders expireOrders = new ExpireOrders(orders, new ExpireOrder(book), OrderFixtures.DEADLINES, clock);

    static Shop withCupAndJug() {
        Shop shop = new Shop();
        stock(shop.catalog);
        return shop;
    }

    static void stock(Catalog catalog) {
        catalog.add(entry(OrderFixtures.CUP, 1, "Espresso cup, white", Money.of(1250, "EUR")))
                .then(catalog.add(entry(OrderFixtures.JUG, 1, "Milk jug, steel", Money.of(1890, "EUR"))))
                .block();
    }

    static CatalogEntry entry(ProductId product, long version, String name, Money price) {
        return new CatalogEntry(product, version, Optional.of(new Offer(name, price)), OrderFixtures.NOON);
    }
}

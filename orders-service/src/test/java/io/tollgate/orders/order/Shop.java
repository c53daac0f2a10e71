package io.tollgate.orders.order;

import io.tollgate.orders.catalog.Catalog;
import io.tollgate.orders.catalog.CatalogEntry;
import io.tollgate.orders.catalog.MemoryCatalog;
import io.tollgate.testing.MutableClock;
import io.tollgate.testing.SequentialIds;
import io.tollgate.values.Money;
import java.time.Duration;

/** The use cases on maps instead of tables, at a clock that the test moves. */
final class Shop {
    final MutableClock clock = MutableClock.atNoon();
    final MemoryCatalog catalog = new MemoryCatalog();
    final MemoryOrders orders = new MemoryOrders();
    final MemoryTimeline timeline = new MemoryTimeline();
    final RecordingOrderEvents events = new RecordingOrderEvents();
    private final Deadlines deadlines = new Deadlines(Duration.ofMinutes(2), 100);
    private final OrderBook book = new OrderBook(orders, timeline, events);

    final PlaceOrder placeOrder = new PlaceOrder(new Pricing(catalog), book, deadlines, new SequentialIds(), clock);
    final RecordAnswer recordAnswer = new RecordAnswer(book, clock);
    final FindOrder findOrder = new FindOrder(orders);
    final ReadTimeline readTimeline = new ReadTimeline(findOrder, timeline);
    final ExpireOrders expireOrders = new ExpireOrders(orders, new ExpireOrder(book, clock), deadlines, clock);

    static Shop withCupAndJug() {
        Shop shop = new Shop();
        stock(shop.catalog);
        return shop;
    }

    static void stock(Catalog catalog) {
        catalog.add(new CatalogEntry(
                        OrderFixtures.CUP, 1, "Espresso cup, white", Money.of(1250, "EUR"), OrderFixtures.NOON))
                .then(catalog.add(new CatalogEntry(
                        OrderFixtures.JUG, 1, "Milk jug, steel", Money.of(1890, "EUR"), OrderFixtures.NOON)))
                .block();
    }
}

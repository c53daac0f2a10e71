package io.tollgate.orders.order;

import io.tollgate.values.Ids;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes an order at today's prices and asks products and payments for it. */
@Service
public class PlaceOrder {
    private final Pricing pricing;
    private final OrderBook book;
    private final Deadlines deadlines;
    private final Ids ids;
    private final Clock clock;

    PlaceOrder(Pricing pricing, OrderBook book, Deadlines deadlines, Ids ids, Clock clock) {
        this.pricing = pricing;
        this.book = book;
        this.deadlines = deadlines;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public Mono<Order> handle(PlaceOrderCommand command, String cause) {
        return book.admit()
                .then(Mono.defer(() -> pricing.price(command.wishes())))
                .map(lines -> Basket.of(lines, command.paymentToken()))
                .map(basket -> place(command.buyer(), basket, cause))
                .flatMap(book::keep);
    }

    private Change place(Buyer buyer, Basket basket, String cause) {
        Occasion occasion = new Occasion(clock.instant(), buyer.userId(), cause);
        OrderId id = new OrderId(ids.next(OrderId.PREFIX));
        return Order.place(id, buyer, basket, occasion, occasion.at().plus(deadlines.placed()));
    }
}

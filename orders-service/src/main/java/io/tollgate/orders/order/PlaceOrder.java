package io.tollgate.orders.order;

import io.tollgate.values.Ids;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Takes an order at today's prices and asks products and payments for it. */
@Service
public class PlaceOrder {
    private final Pricing pricing;
    private final OrderBook book;
    private final Orders orders;
    private final Ids ids;

    PlaceOrder(Pricing pricing, OrderBook book, Orders orders, Ids ids) {
        this.pricing = pricing;
        this.book = book;
        this.orders = orders;
        this.ids = ids;
    }

    @Transactional
    public Mono<Order> handle(PlaceOrderCommand command, String cause) {
        return book.admit()
                .then(Mono.defer(() -> requireFree(command.buyer(), command.externalId())))
                .then(Mono.defer(() -> pricing.price(command.wishes())))
                .map(lines -> Purchase.of(lines, command.shippingAddress(), command.externalId()))
                .flatMap(purchase -> place(command, purchase, cause));
    }

    private Mono<Order> place(PlaceOrderCommand command, Purchase purchase, String cause) {
        Buyer buyer = command.buyer();
        OrderId id = new OrderId(ids.next(OrderId.PREFIX));
        return book.begin(
                buyer.userId(),
                cause,
                (occasion, deadlines) -> Order.place(id, buyer, purchase, command.paymentToken(), occasion, deadlines));
    }

    /** Who is quicker by moments meets the constraint of the database, and the loser comes here again. */
    private Mono<Void> requireFree(Buyer buyer, Optional<String> externalId) {
        return Mono.justOrEmpty(externalId)
                .flatMap(name -> orders.findNamed(buyer.clientId(), name))
                .flatMap(taken -> Mono.error(refusal(buyer, taken)));
    }

    private static ExternalIdTaken refusal(Buyer buyer, Order taken) {
        return new ExternalIdTaken(
                Optional.of(taken.id()).filter(id -> taken.buyer().equals(buyer)));
    }
}

package io.tollgate.products.stock.messages;

import io.tollgate.delivery.Outbox;
import io.tollgate.delivery.OutgoingMessage;
import io.tollgate.products.stock.StockEvent;
import io.tollgate.products.stock.StockEvents;
import io.tollgate.products.stock.StockLow;
import io.tollgate.products.stock.StockRefused;
import io.tollgate.products.stock.StockReserved;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers orders, and tells of what runs out, through the outbox. */
@Component
class OutboxStockEvents implements StockEvents {
    private final Outbox outbox;

    OutboxStockEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Mono<Void> publish(List<StockEvent> facts) {
        return outbox.add(facts.stream().map(OutboxStockEvents::message).toList());
    }

    private static OutgoingMessage message(StockEvent fact) {
        if (fact instanceof StockReserved reserved) {
            return message(StockReservedMessage.TYPE, fact, StockReservedMessage.of(reserved));
        }
        if (fact instanceof StockRefused refused) {
            return message(StockRefusedMessage.TYPE, fact, StockRefusedMessage.of(refused));
        }
        if (fact instanceof StockLow low) {
            return message(StockLowMessage.TYPE, fact, StockLowMessage.of(low));
        }
        throw new AssertionError(fact);
    }

    private static OutgoingMessage message(String type, StockEvent fact, Object data) {
        return OutgoingMessage.fact(type, fact.subject(), fact.version(), data);
    }
}

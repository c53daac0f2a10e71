package io.tollgate.workers.notification.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.notification.TellUser;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was set aside on the user's card is free again. */
@Component
@Qualifier("notification-handlers")
class PaymentVoidedHandler implements MessageHandler<MoneyReturnedMessage> {
    private final TellUser tellUser;

    PaymentVoidedHandler(TellUser tellUser) {
        this.tellUser = tellUser;
    }

    @Override
    public String type() {
        return MoneyReturnedMessage.VOIDED;
    }

    @Override
    public Class<MoneyReturnedMessage> dataType() {
        return MoneyReturnedMessage.class;
    }

    @Override
    public String parkingKey(MoneyReturnedMessage fact, ReceivedMessage message) {
        return fact.orderId();
    }

    @Override
    public Mono<Void> handle(MoneyReturnedMessage fact, ReceivedMessage message) {
        return tellUser.handle(fact.voided());
    }
}

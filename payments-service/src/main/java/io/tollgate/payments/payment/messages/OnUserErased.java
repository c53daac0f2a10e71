package io.tollgate.payments.payment.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.payments.payment.EraseUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user is gone, and what is personal goes too. */
@Component
class OnUserErased implements MessageHandler<UserErased> {
    private final EraseUser erase;

    OnUserErased(EraseUser erase) {
        this.erase = erase;
    }

    @Override
    public String type() {
        return "users.user-erased.v1";
    }

    @Override
    public Class<UserErased> dataType() {
        return UserErased.class;
    }

    @Override
    public Mono<Void> handle(UserErased data, ReceivedMessage message) {
        return erase.handle(data.userId(), data.version());
    }
}

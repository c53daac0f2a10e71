package io.tollgate.users.mail.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.users.mail.TellUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A user is to be told what became of an order. */
@Component
class WhenNotificationWanted implements MessageHandler<NotificationWantedMessage> {
    private final TellUser tell;

    WhenNotificationWanted(TellUser tell) {
        this.tell = tell;
    }

    @Override
    public String type() {
        return NotificationWantedMessage.TYPE;
    }

    @Override
    public Class<NotificationWantedMessage> dataType() {
        return NotificationWantedMessage.class;
    }

    @Override
    public Mono<Void> handle(NotificationWantedMessage wanted, ReceivedMessage message) {
        return tell.handle(wanted.toWanted());
    }
}

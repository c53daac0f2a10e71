package io.tollgate.workers.email.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.ReceivedMessage;
import io.tollgate.workers.email.AcceptMail;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A notification is ready to be mailed to who looks after an API client. */
@Component
@Qualifier("email-handlers")
class SendClientNotificationHandler implements MessageHandler<SendClientNotificationMessage> {
    private final AcceptMail acceptMail;

    SendClientNotificationHandler(AcceptMail acceptMail) {
        this.acceptMail = acceptMail;
    }

    @Override
    public String type() {
        return SendClientNotificationMessage.TYPE;
    }

    @Override
    public Class<SendClientNotificationMessage> dataType() {
        return SendClientNotificationMessage.class;
    }

    @Override
    public Mono<Void> handle(SendClientNotificationMessage command, ReceivedMessage message) {
        return acceptMail.handle(command.toMail(), command.createdAt());
    }
}

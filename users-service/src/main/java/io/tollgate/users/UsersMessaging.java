package io.tollgate.users;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.Receivers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Binds the handlers of this service to its subscription. */
@Configuration(proxyBeanMethods = false)
class UsersMessaging {
    @Bean
    Consumer<Message<byte[]>> events(Receivers receivers, List<MessageHandler<?>> handlers) {
        return receivers.receiver("users", handlers);
    }
}

package io.tollgate.workers;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.Receivers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Facts about orders and payments become notifications. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnFunction("notifications")
@ComponentScan("io.tollgate.workers.notification")
class NotificationsFunction {
    // A qualifier named like a function would make Spring Cloud Function take the qualified bean for the function's
    // type.
    @Bean
    Consumer<Message<byte[]>> notifications(
            Receivers receivers, @Qualifier("notification-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("notifications", handlers);
    }
}

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

/** Paid orders become shipments, canceled ones do not. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnFunction("fulfillment")
@ComponentScan({"io.tollgate.workers.fulfillment", "io.tollgate.workers.erasure.store"})
class FulfillmentFunction {
    @Bean
    Consumer<Message<byte[]>> fulfillment(
            Receivers receivers, @Qualifier("fulfillment-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("fulfillment", handlers);
    }

    @Bean
    Consumer<Message<byte[]>> cancellations(
            Receivers receivers, @Qualifier("cancellation-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("cancellations", handlers);
    }
}

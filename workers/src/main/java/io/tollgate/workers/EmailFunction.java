package io.tollgate.workers;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.Receivers;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Notifications become mails. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnFunction("email")
@ComponentScan({"io.tollgate.workers.email", "io.tollgate.workers.erasure.store"})
@ConfigurationPropertiesScan("io.tollgate.workers.email")
@EnableScheduling
class EmailFunction {
    @Bean
    Consumer<Message<byte[]>> email(
            Receivers receivers, @Qualifier("email-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("email", handlers);
    }
}

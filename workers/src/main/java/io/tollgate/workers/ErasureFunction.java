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

/** Users who are erased leave no address behind. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnFunction("erasure")
@ComponentScan("io.tollgate.workers.erasure")
@ConfigurationPropertiesScan("io.tollgate.workers.erasure")
@EnableScheduling
class ErasureFunction {
    @Bean
    Consumer<Message<byte[]>> erasure(
            Receivers receivers, @Qualifier("erasure-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("erasure", handlers);
    }
}

package io.tollgate.workers;

import io.tollgate.database.Conflicts;
import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.Receivers;
import io.tollgate.workers.thirdparty.UnitOfWork;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Shipments are booked at the carrier, and taken back. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnFunction("thirdparty")
@ComponentScan({"io.tollgate.workers.thirdparty", "io.tollgate.workers.erasure.store"})
@ConfigurationPropertiesScan("io.tollgate.workers.thirdparty")
@EnableScheduling
class ThirdpartyFunction {
    @Bean
    Consumer<Message<byte[]>> thirdparty(
            Receivers receivers, @Qualifier("thirdparty-handlers") List<MessageHandler<?>> handlers) {
        return receivers.receiver("thirdparty", handlers);
    }

    @Bean
    UnitOfWork unitOfWork(TransactionalOperator transaction) {
        return new UnitOfWork() {
            @Override
            public <T> Mono<T> run(Mono<T> work) {
                return work.as(transaction::transactional).retryWhen(Conflicts.rerun());
            }
        };
    }
}

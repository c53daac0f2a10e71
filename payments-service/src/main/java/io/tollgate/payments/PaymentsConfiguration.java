package io.tollgate.payments;

import io.tollgate.database.Conflicts;
import io.tollgate.delivery.MessageHandler;
import io.tollgate.delivery.Receivers;
import io.tollgate.payments.payment.Intent;
import io.tollgate.payments.payment.IntentTraces;
import io.tollgate.payments.payment.UnitOfWork;
import io.tollgate.telemetry.ResumableTraces;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Puts the features onto the bus, into transactions and into traces. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class PaymentsConfiguration {
    @Bean
    Consumer<Message<byte[]>> events(Receivers receivers, List<MessageHandler<?>> handlers) {
        return receivers.receiver("payments", handlers);
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

    @Bean
    IntentTraces intentTraces(ResumableTraces traces) {
        return new IntentTraces() {
            @Override
            public Mono<Optional<String>> here() {
                return traces.here();
            }

            @Override
            public <T> Mono<T> within(Intent intent, Mono<T> work) {
                return traces.resume(
                        intent.trace(), "payment " + intent.key().step().name().toLowerCase(Locale.ROOT), work);
            }
        };
    }
}

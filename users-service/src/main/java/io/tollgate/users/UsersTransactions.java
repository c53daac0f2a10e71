package io.tollgate.users;

import io.tollgate.database.Conflicts;
import io.tollgate.users.usage.UnitOfWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Puts what gateways report into transactions, and runs one again that met another. */
@Configuration(proxyBeanMethods = false)
class UsersTransactions {
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

package io.tollgate.delivery;

import io.tollgate.testing.RecordedSpans;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;
import org.springframework.r2dbc.core.DatabaseClient;

/** The bank as a service is: its facts go over a real bus and come back to it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Deposits.class, RecordedSpans.class})
class BankOverTheBus {

    @Bean
    Bank bank(DatabaseClient client) {
        return new Bank(client);
    }

    @Bean
    Consumer<Message<byte[]>> events(Receivers receivers, List<MessageHandler<?>> handlers) {
        return receivers.receiver("bank", handlers);
    }
}

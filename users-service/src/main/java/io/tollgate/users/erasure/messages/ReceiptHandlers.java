package io.tollgate.users.erasure.messages;

import io.tollgate.users.erasure.KeepReceipt;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whose receipts are heard. */
@Configuration(proxyBeanMethods = false)
class ReceiptHandlers {
    @Bean
    WhenErasureCompleted whenOrdersErased(KeepReceipt keep) {
        return new WhenErasureCompleted("orders", keep);
    }

    @Bean
    WhenErasureCompleted whenPaymentsErased(KeepReceipt keep) {
        return new WhenErasureCompleted("payments", keep);
    }

    @Bean
    WhenErasureCompleted whenProductsErased(KeepReceipt keep) {
        return new WhenErasureCompleted("products", keep);
    }

    @Bean
    WhenErasureCompleted whenWorkersErased(KeepReceipt keep) {
        return new WhenErasureCompleted("workers", keep);
    }
}

package io.tollgate.orders.order.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.orders.order.RecordAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every answer that orders listens to. */
@Configuration(proxyBeanMethods = false)
class AnswerHandlers {
    @Bean
    MessageHandler<?> stockReserved(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("products.stock-reserved.v1", StockReservedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> stockRefused(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("products.stock-refused.v1", StockRefusedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentAuthorized(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-authorized.v1", PaymentAuthorizedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentDeclined(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-declined.v1", PaymentDeclinedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentCaptured(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-captured.v1", PaymentCapturedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> captureRefused(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-capture-refused.v1", CaptureRefusedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentVoided(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-voided.v1", PaymentVoidedMessage.class, recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentRefunded(RecordAnswer recordAnswer) {
        return new AnswerHandler<>("payments.payment-refunded.v1", PaymentRefundedMessage.class, recordAnswer);
    }
}

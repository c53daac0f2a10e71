package io.tollgate.orders.order.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.orders.order.Happening;
import io.tollgate.orders.order.Publisher;
import io.tollgate.orders.order.RecordAnswer;
import io.tollgate.orders.order.Trigger;
import io.tollgate.orders.order.messages.HeardMessage.Plain;
import io.tollgate.orders.order.messages.HeardMessage.Refused;
import io.tollgate.orders.order.messages.HeardMessage.ShipmentBooked;
import io.tollgate.orders.order.messages.HeardMessage.ShipmentCancelRefused;
import io.tollgate.orders.order.messages.HeardMessage.StockRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every answer that orders listens to. */
@Configuration(proxyBeanMethods = false)
class AnswerHandlers {
    private final RecordAnswer recordAnswer;

    AnswerHandlers(RecordAnswer recordAnswer) {
        this.recordAnswer = recordAnswer;
    }

    @Bean
    MessageHandler<?> stockReserved() {
        return plain(Publisher.PRODUCTS, Trigger.STOCK_RESERVED, "products.stock-reserved.v1");
    }

    @Bean
    MessageHandler<?> stockRefused() {
        return new AnswerHandler<>(
                Publisher.PRODUCTS,
                "products.stock-refused.v1",
                StockRefused.class,
                StockRefused::happening,
                recordAnswer);
    }

    @Bean
    MessageHandler<?> paymentAuthorized() {
        return plain(Publisher.PAYMENTS, Trigger.PAYMENT_AUTHORIZED, "payments.payment-authorized.v1");
    }

    @Bean
    MessageHandler<?> paymentActionRequired() {
        return plain(Publisher.PAYMENTS, Trigger.PAYMENT_ACTION_REQUIRED, "payments.payment-action-required.v1");
    }

    @Bean
    MessageHandler<?> paymentDeclined() {
        return refused(Publisher.PAYMENTS, Trigger.PAYMENT_DECLINED, "payments.payment-declined.v1");
    }

    @Bean
    MessageHandler<?> paymentCaptured() {
        return plain(Publisher.PAYMENTS, Trigger.PAYMENT_CAPTURED, "payments.payment-captured.v1");
    }

    @Bean
    MessageHandler<?> captureRefused() {
        return refused(Publisher.PAYMENTS, Trigger.PAYMENT_CAPTURE_REFUSED, "payments.payment-capture-refused.v1");
    }

    @Bean
    MessageHandler<?> paymentVoided() {
        return plain(Publisher.PAYMENTS, Trigger.PAYMENT_VOIDED, "payments.payment-voided.v1");
    }

    @Bean
    MessageHandler<?> shipmentBooked() {
        return new AnswerHandler<>(
                Publisher.WORKERS,
                "workers.shipment-booked.v1",
                ShipmentBooked.class,
                ShipmentBooked::happening,
                recordAnswer);
    }

    @Bean
    MessageHandler<?> shipmentRefused() {
        return refused(Publisher.WORKERS, Trigger.SHIPMENT_REFUSED, "workers.shipment-refused.v1");
    }

    @Bean
    MessageHandler<?> shipmentCanceled() {
        return plain(Publisher.WORKERS, Trigger.SHIPMENT_CANCELED, "workers.shipment-canceled.v1");
    }

    @Bean
    MessageHandler<?> shipmentCancelRefused() {
        return new AnswerHandler<>(
                Publisher.WORKERS,
                "workers.shipment-cancel-refused.v1",
                ShipmentCancelRefused.class,
                ShipmentCancelRefused::happening,
                recordAnswer);
    }

    private MessageHandler<?> plain(Publisher publisher, Trigger trigger, String type) {
        return new AnswerHandler<>(publisher, type, Plain.class, fact -> Happening.of(trigger), recordAnswer);
    }

    private MessageHandler<?> refused(Publisher publisher, Trigger trigger, String type) {
        return new AnswerHandler<>(
                publisher, type, Refused.class, fact -> Happening.because(trigger, fact.reason()), recordAnswer);
    }
}

package io.tollgate.products.stock.messages;

import io.tollgate.delivery.MessageHandler;
import io.tollgate.products.stock.ReleaseReservation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both ways in which a parcel does not leave. */
@Configuration(proxyBeanMethods = false)
class NotShippedHandlers {
    @Bean
    MessageHandler<?> shipmentCanceled(ReleaseReservation releaseReservation) {
        return new NotShippedHandler(NotShippedMessage.CANCELED, releaseReservation);
    }

    @Bean
    MessageHandler<?> shipmentRefused(ReleaseReservation releaseReservation) {
        return new NotShippedHandler(NotShippedMessage.REFUSED, releaseReservation);
    }
}

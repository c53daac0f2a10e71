package io.tollgate.delivery;

import io.tollgate.delivery.DeliveryAutoConfiguration.DeliveryMeters;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How a receiver that silently stopped is noticed. */
@Configuration(proxyBeanMethods = false)
class WatchdogConfiguration {

    @Bean
    BusReceivers busReceivers(ReceiverProgress progress) {
        return new BusReceivers(progress);
    }

    @Bean
    ReceiverWatchdog receiversHealthIndicator(
            ReceiverProgress progress,
            BusReceivers receivers,
            Environment environment,
            DeliveryProperties properties,
            Clock clock,
            DeliveryMeters meters) {
        return new ReceiverWatchdog(
                progress,
                new WaitingMessages(environment.getRequiredProperty(BusAddress.PROPERTY)),
                receivers,
                new ReceiverWatchdog.Settings(properties.inbox().quiet(), clock),
                meters.registry());
    }

    @Bean
    BackgroundLoop watchdogLoop(ReceiverWatchdog watchdog, DeliveryMeters meters) {
        return new BackgroundLoop("receiver-watchdog", watchdog.round(), new Nudge(), meters.registry());
    }
}

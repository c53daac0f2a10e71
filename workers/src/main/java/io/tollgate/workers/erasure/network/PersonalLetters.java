package io.tollgate.workers.erasure.network;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import io.tollgate.workers.erasure.UserId;
import java.util.Optional;
import java.util.Set;

/** Tells a letter that carries more of a user than ids; in any version, since unknown versions are dead letters too. */
final class PersonalLetters {
    private static final Set<String> PERSONAL =
            Set.of("orders.fulfill", "orders.order-placed", "workers.book-shipment", "users.send-notification");

    private PersonalLetters() {}

    /** By the text and not by the field: what is not readable is a dead letter for that. */
    static boolean isOf(UserId userId, ServiceBusReceivedMessage letter) {
        return type(letter).map(PersonalLetters::isPersonal).orElse(true)
                && letter.getBody().toString().contains('"' + userId.value() + '"');
    }

    private static boolean isPersonal(String type) {
        return PERSONAL.contains(type.replaceFirst("\\.v\\d+$", ""));
    }

    /** One without a type is nobody's work any more. */
    private static Optional<String> type(ServiceBusReceivedMessage letter) {
        return Optional.ofNullable(letter.getApplicationProperties().get("cloudEvents_type"))
                .map(String::valueOf)
                .or(() -> Optional.ofNullable(letter.getSubject()));
    }
}

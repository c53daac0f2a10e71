package io.tollgate.workers.notification.messages;

import static io.tollgate.workers.notification.NotificationFixtures.MIRA;
import static io.tollgate.workers.notification.NotificationFixtures.NOON;
import static io.tollgate.workers.notification.NotificationFixtures.ORDER;
import static io.tollgate.workers.notification.NotificationFixtures.canceled;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.NotificationId;
import io.tollgate.workers.notification.Template;
import io.tollgate.workers.notification.WantedNotification;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationMessagesContractTest {
    private static final NotificationId ID = new NotificationId("ntf_01kqsdr2spfdgv7mksj8emf2vk");
    private final MessageContract wanted = MessageContract.of("workers/notification-wanted.v1");

    @Test
    void a_wanted_notification_is_written_as_promised() {
        wanted.assertWrites(NotificationWantedMessage.of(new WantedNotification(ORDER, MIRA, canceled(ID))));
        assertThat(NotificationWantedMessage.TYPE).isEqualTo(wanted.type());
    }

    @ParameterizedTest
    @EnumSource
    void every_template_has_its_word(Template template) {
        Notification notification = new Notification(ID, template, "", Map.of(), NOON);

        wanted.assertAllows(NotificationWantedMessage.of(new WantedNotification(ORDER, MIRA, notification)));
    }

    @Test
    void a_confirmed_order_is_read() {
        assertThat(contract(OrderConfirmedMessage.TYPE).assertReads(OrderConfirmedMessage.class))
                .isEqualTo(new OrderConfirmedMessage(ORDER.value(), MIRA.value()));
    }

    @Test
    void a_canceled_order_is_read() {
        assertThat(contract(OrderCanceledMessage.TYPE).assertReads(OrderCanceledMessage.class))
                .isEqualTo(new OrderCanceledMessage(ORDER.value(), MIRA.value(), "payment-declined"));
    }

    @ParameterizedTest
    @ValueSource(strings = {MoneyReturnedMessage.VOIDED, MoneyReturnedMessage.REFUNDED})
    void money_that_was_returned_is_read(String type) {
        assertThat(contract(type).assertReads(MoneyReturnedMessage.class))
                .isEqualTo(new MoneyReturnedMessage(
                        ORDER.value(), Optional.empty(), new MoneyReturnedMessage.Amount(4390, "EUR")));
    }

    @Test
    void a_shipped_order_is_read() {
        assertThat(contract(OrderShippedMessage.TYPE)
                        .assertReads(OrderShippedMessage.class)
                        .trackingNumber())
                .isNotBlank();
    }

    @Test
    void an_amount_is_written_as_people_write_it() {
        assertThat(new MoneyReturnedMessage.Amount(4390, "EUR").written()).isEqualTo("43.90 EUR");
        assertThat(new MoneyReturnedMessage.Amount(4390, "JPY").written()).isEqualTo("4390 JPY");
        assertThat(new MoneyReturnedMessage.Amount(5, "EUR").written()).isEqualTo("0.05 EUR");
    }

    private static MessageContract contract(String type) {
        return MessageContract.of(type.replaceFirst("\\.", "/"));
    }
}

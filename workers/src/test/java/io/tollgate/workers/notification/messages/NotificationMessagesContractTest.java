package io.tollgate.workers.notification.messages;

import static io.tollgate.workers.notification.NotificationFixtures.MIRA;
import static io.tollgate.workers.notification.NotificationFixtures.NOON;
import static io.tollgate.workers.notification.NotificationFixtures.ORDER;
import static io.tollgate.workers.notification.NotificationFixtures.canceled;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.MessageContract;
import io.tollgate.workers.notification.Notification;
import io.tollgate.workers.notification.NotificationId;
import io.tollgate.workers.notification.SendNotification;
import io.tollgate.workers.notification.Template;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationMessagesContractTest {
    private static final NotificationId ID = new NotificationId("ntf_01kqsdr2spfdgv7mksj8emf2vk");
    private final MessageContract command = MessageContract.of("workers/send-notification.v1");

    @Test
    void a_command_is_written_as_promised() {
        command.assertWrites(SendNotificationMessage.of(new SendNotification(ORDER, MIRA, canceled(ID))));
        assertThat(SendNotificationMessage.TYPE).isEqualTo(command.type());
    }

    @ParameterizedTest
    @EnumSource
    void every_template_has_its_word(Template template) {
        Notification notification = new Notification(ID, template, Optional.empty(), NOON);

        command.assertAllows(SendNotificationMessage.of(new SendNotification(ORDER, MIRA, notification)));
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
                .isEqualTo(new MoneyReturnedMessage(ORDER.value()));
    }

    private static MessageContract contract(String type) {
        return MessageContract.of(type.replaceFirst("\\.", "/"));
    }
}

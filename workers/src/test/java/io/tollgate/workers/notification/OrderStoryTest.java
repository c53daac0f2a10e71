package io.tollgate.workers.notification;

import static io.tollgate.workers.notification.NotificationFixtures.CANCELED;
import static io.tollgate.workers.notification.NotificationFixtures.MIRA;
import static io.tollgate.workers.notification.NotificationFixtures.NOON;
import static io.tollgate.workers.notification.NotificationFixtures.ORDER;
import static io.tollgate.workers.notification.NotificationFixtures.VOIDED;
import static io.tollgate.workers.notification.NotificationFixtures.canceled;
import static io.tollgate.workers.notification.NotificationFixtures.id;
import static io.tollgate.workers.notification.NotificationFixtures.voided;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderStoryTest {
    private final OrderStory untold = OrderStory.untold(ORDER);

    @Test
    void news_of_an_order_is_told_at_once() {
        Change change = untold.hear(CANCELED, id(1), NOON);

        assertThat(change.story().version()).isEqualTo(1);
        assertThat(change.story().userId()).contains(MIRA);
        assertThat(change.wanted()).containsExactly(new WantedNotification(ORDER, MIRA, canceled(id(1))));
    }

    @Test
    void news_of_a_payment_waits_until_it_is_known_whose_order_it_is() {
        Change first = untold.hear(VOIDED, id(1), NOON);
        assertThat(first.happened()).isTrue();
        assertThat(first.wanted()).isEmpty();

        Change second = first.story().hear(CANCELED, id(2), NOON);

        assertThat(second.added()).containsExactly(canceled(id(2)));
        assertThat(second.wanted())
                .containsExactly(
                        new WantedNotification(ORDER, MIRA, voided(id(1))),
                        new WantedNotification(ORDER, MIRA, canceled(id(2))));
    }

    @Test
    void news_of_a_payment_is_told_at_once_when_the_user_is_known() {
        OrderStory known = untold.hear(CANCELED, id(1), NOON).story();

        assertThat(known.hear(VOIDED, id(2), NOON).wanted())
                .containsExactly(new WantedNotification(ORDER, MIRA, voided(id(2))));
    }

    @Test
    void each_refund_of_one_order_is_told() {
        OrderStory known = untold.hear(CANCELED, id(1), NOON).story();
        News first = News.ofPayment(ORDER, Template.REFUND_PAID, "ref_1");
        News second = News.ofPayment(ORDER, Template.REFUND_PAID, "ref_2");

        Change one = known.hear(first, id(2), NOON);
        assertThat(one.wanted()).hasSize(1);
        assertThat(one.story().hear(second, id(3), NOON).wanted()).hasSize(1);
        assertThat(one.story().hear(first, id(3), NOON).happened()).isFalse();
    }

    @Test
    void no_news_is_told_twice() {
        OrderStory waiting = untold.hear(VOIDED, id(1), NOON).story();
        assertThat(waiting.hear(VOIDED, id(2), NOON).happened()).isFalse();

        OrderStory told = waiting.hear(CANCELED, id(2), NOON).story();
        assertThat(told.hear(VOIDED, id(3), NOON).happened()).isFalse();
        assertThat(told.hear(CANCELED, id(3), NOON).happened()).isFalse();
    }
}

package io.tollgate.workers.notification;

import static io.tollgate.workers.notification.NotificationFixtures.CANCELED;
import static io.tollgate.workers.notification.NotificationFixtures.MIRA;
import static io.tollgate.workers.notification.NotificationFixtures.NOON;
import static io.tollgate.workers.notification.NotificationFixtures.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.testing.SequentialIds;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class TellUserTest {
    private final FakeStories stories = new FakeStories();
    private final List<WantedNotification> sent = new ArrayList<>();
    private final TellUser tellUser = new TellUser(
            stories,
            wanted -> Mono.fromRunnable(() -> sent.addAll(wanted)),
            new SequentialIds(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void each_news_is_told_once_whatever_comes_first_and_how_often() {
        tell(VOIDED);
        tell(VOIDED);
        tell(CANCELED);
        tell(CANCELED);
        tell(VOIDED);

        assertThat(sent)
                .extracting(one -> one.notification().template())
                .containsExactly(Template.REFUND_PAID, Template.ORDER_CANCELED);
        assertThat(sent).allSatisfy(one -> assertThat(one.userId()).isEqualTo(MIRA));
        assertThat(sent).extracting(one -> one.notification().id()).doesNotHaveDuplicates();
    }

    private void tell(News news) {
        tellUser.handle(news).as(StepVerifier::create).verifyComplete();
    }

    private static final class FakeStories implements OrderStories {
        private final Map<OrderId, OrderStory> stories = new HashMap<>();

        @Override
        public Mono<OrderStory> find(OrderId orderId) {
            return Mono.justOrEmpty(stories.get(orderId));
        }

        @Override
        public Mono<Void> keep(OrderStory story, List<Notification> added) {
            return Mono.fromRunnable(() -> stories.put(story.orderId(), story));
        }
    }
}

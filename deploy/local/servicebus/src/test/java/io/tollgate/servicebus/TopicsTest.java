package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.models.SubQueue;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final String[] NEWS = {
        "topics:",
        "  - name: news",
        "    subscriptions:",
        "      - name: all",
        "      - name: sport",
        "        maxDeliveryCount: 1",
        "        filters:",
        "          - name: games",
        "            correlation: {label: news.game.v1}",
        "          - name: matches",
        "            correlation: {label: news.match.v1, properties: {team: red}}"
    };

    @Test
    void a_subscription_without_filters_gets_everything() throws Exception {
        try (TestBus bus = TestBus.with(NEWS)) {
            bus.topicSender("news").sendMessage(message("weather"));

            assertThat(next(bus.subscriber("news", "all")).getBody()).hasToString("weather");
        }
    }

    @Test
    void a_correlation_filter_takes_what_matches_in_full() throws Exception {
        try (TestBus bus = TestBus.with(NEWS)) {
            var sender = bus.topicSender("news");
            sender.sendMessage(message("weather").setSubject("news.weather.v1"));
            sender.sendMessage(match("blue"));
            sender.sendMessage(message("game").setSubject("news.game.v1"));
            sender.sendMessage(match("red"));
            var receiver = bus.subscriber("news", "sport");

            assertThat(TestBus.bodies(next(receiver, 2))).containsExactly("game", "red");
            assertThat(nothing(receiver)).isTrue();
        }
    }

    private static ServiceBusMessage match(String team) {
        ServiceBusMessage match = message(team).setSubject("news.match.v1");
        match.getApplicationProperties().put("team", team);
        return match;
    }

    @Test
    void each_subscription_settles_for_itself() throws Exception {
        try (TestBus bus = TestBus.with(NEWS)) {
            bus.topicSender("news").sendMessage(message("game").setSubject("news.game.v1"));
            var all = bus.subscriber("news", "all");
            all.complete(next(all));

            assertThat(next(bus.subscriber("news", "sport")).getBody()).hasToString("game");
        }
    }

    @Test
    void a_subscription_has_its_own_dead_letters() throws Exception {
        try (TestBus bus = TestBus.with(NEWS)) {
            bus.topicSender("news").sendMessage(message("game").setSubject("news.game.v1"));
            var sport = bus.subscriber("news", "sport");
            sport.abandon(next(sport));

            var dead = bus.keep(bus.client()
                    .receiver()
                    .topicName("news")
                    .subscriptionName("sport")
                    .subQueue(SubQueue.DEAD_LETTER_QUEUE)
                    .buildClient());
            assertThat(next(dead).getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
        }
    }

    @Test
    void nobody_receives_from_a_topic_or_sends_to_a_subscription() throws Exception {
        try (TestBus bus = TestBus.with(NEWS)) {
            var sender = bus.sender("news/subscriptions/all");
            var receiver = bus.receiver("news");

            assertThatThrownBy(() -> sender.sendMessage(message("a"))).hasMessageContaining("only be received from");
            assertThatThrownBy(() -> next(receiver)).hasStackTraceContaining("is a topic");
        }
    }
}

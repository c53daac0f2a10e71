package io.tollgate.servicebus;

import static io.tollgate.servicebus.TestBus.bodies;
import static io.tollgate.servicebus.TestBus.message;
import static io.tollgate.servicebus.TestBus.next;
import static io.tollgate.servicebus.TestBus.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusRuleManagerClient;
import com.azure.messaging.servicebus.administration.models.CorrelationRuleFilter;
import com.azure.messaging.servicebus.administration.models.CreateRuleOptions;
import com.azure.messaging.servicebus.administration.models.FalseRuleFilter;
import com.azure.messaging.servicebus.administration.models.RuleProperties;
import com.azure.messaging.servicebus.administration.models.SqlRuleAction;
import com.azure.messaging.servicebus.administration.models.SqlRuleFilter;
import com.azure.messaging.servicebus.administration.models.TrueRuleFilter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final String[] FRUIT = {
        "topics:",
        "  - name: fruit",
        "    subscriptions:",
        "      - name: all",
        "      - name: big",
        "        filters:",
        "          - {name: size, sqlFilter: \"size > 5 AND sys.Label LIKE 'fruit.%'\"}",
        "          - name: gold",
        "            sqlFilter: color = 'gold'",
        "            sqlAction: \"SET sys.Label = 'treasure'; SET size = size + 1\"",
    };

    private static ServiceBusMessage fruit(String color, int size) {
        ServiceBusMessage fruit = message(color + size).setSubject("fruit." + color);
        fruit.getApplicationProperties().put("color", color);
        fruit.getApplicationProperties().put("size", size);
        return fruit;
    }

    private static CreateRuleOptions sql(String condition) {
        return new CreateRuleOptions(new SqlRuleFilter(condition));
    }

    private static ServiceBusRuleManagerClient rules(TestBus bus, String subscription) {
        return bus.keep(bus.client()
                .ruleManager()
                .topicName("fruit")
                .subscriptionName(subscription)
                .buildClient());
    }

    @Test
    void an_sql_filter_takes_what_it_is_true_of() throws Exception {
        try (TestBus bus = TestBus.with(FRUIT)) {
            var sender = bus.topicSender("fruit");
            sender.sendMessage(fruit("red", 3));
            sender.sendMessage(fruit("red", 7));
            var big = bus.subscriber("fruit", "big");

            assertThat(next(big).getBody()).hasToString("red7");
            assertThat(nothing(big)).isTrue();
        }
    }

    @Test
    void an_action_changes_its_own_copy_only() throws Exception {
        try (TestBus bus = TestBus.with(FRUIT)) {
            bus.topicSender("fruit").sendMessage(fruit("gold", 1));

            ServiceBusReceivedMessage changed = next(bus.subscriber("fruit", "big"));
            ServiceBusReceivedMessage plain = next(bus.subscriber("fruit", "all"));

            assertThat(changed.getSubject()).isEqualTo("treasure");
            assertThat(changed.getApplicationProperties()).containsEntry("size", 2L);
            assertThat(plain.getSubject()).isEqualTo("fruit.gold");
            assertThat(plain.getApplicationProperties()).containsEntry("size", 1);
        }
    }

    @Test
    void rules_are_added_listed_and_removed_while_running() throws Exception {
        try (TestBus bus = TestBus.with(FRUIT)) {
            var rules = rules(bus, "all");
            rules.deleteRule("$Default");
            rules.createRule("green", sql("color = 'green'"));
            rules.createRule(
                    "small",
                    new CreateRuleOptions()
                            .setFilter(new CorrelationRuleFilter().setLabel("fruit.red"))
                            .setAction(new SqlRuleAction("SET marked = true")));
            var sender = bus.topicSender("fruit");
            sender.sendMessage(fruit("green", 1));
            sender.sendMessage(fruit("blue", 1));
            sender.sendMessage(fruit("red", 1));

            var received = next(bus.subscriber("fruit", "all"), 2);

            assertThat(bodies(received)).containsExactly("green1", "red1");
            assertThat(received.get(1).getApplicationProperties()).containsEntry("marked", true);
            assertThat(rules.listRules().stream().map(RuleProperties::getName)).containsExactly("green", "small");
            assertThat(rules.listRules().stream().map(RuleProperties::getFilter).toList())
                    .satisfies(filters -> {
                        assertThat(((SqlRuleFilter) filters.get(0)).getSqlExpression())
                                .isEqualTo("color = 'green'");
                        assertThat(((CorrelationRuleFilter) filters.get(1)).getLabel())
                                .isEqualTo("fruit.red");
                    });
            assertThatThrownBy(() -> rules.createRule("green", sql("1=1"))).hasMessageContaining("already exists");
            assertThatThrownBy(() -> rules.createRule("odd", sql("color ~ 1")))
                    .hasMessageContaining("is not understood");
        }
    }

    @Test
    void rules_changed_while_running_survive_a_restart(@TempDir Path data) throws Exception {
        try (TestBus bus = TestBus.with(Options.defaults().withData(data), FRUIT)) {
            var rules = rules(bus, "all");
            rules.deleteRule("$Default");
            rules.createRule("green", sql("color = 'green'"));
        }
        try (TestBus bus = TestBus.with(Options.defaults().withData(data), FRUIT)) {
            assertThat(rules(bus, "all").listRules().stream().map(RuleProperties::getName))
                    .containsExactly("green");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correlationId",
                "messageId",
                "to",
                "replyTo",
                "label",
                "sessionId",
                "replyToSessionId",
                "contentType"
            })
    void a_correlation_filter_matches_every_property_it_may_name(String property) throws Exception {
        try (TestBus bus =
                TestBus.with("topics: [{name: t, subscriptions: [{name: s, filters: [{name: f, correlation: {"
                        + property + ": wanted}}]}]}]")) {
            var sender = bus.topicSender("t");
            sender.sendMessage(with("other"));
            sender.sendMessage(with("wanted"));

            assertThat(bodies(bus.subscriber("t", "s").peekMessages(5))).containsExactly("wanted");
        }
    }

    private static ServiceBusMessage with(String value) {
        return message(value)
                .setCorrelationId(value)
                .setMessageId(value)
                .setTo(value)
                .setReplyTo(value)
                .setSubject(value)
                .setSessionId(value)
                .setReplyToSessionId(value)
                .setContentType(value);
    }

    @Test
    void rules_that_take_all_or_nothing_are_told_by_their_own_types() throws Exception {
        try (TestBus bus = TestBus.with(FRUIT)) {
            var rules = rules(bus, "all");
            rules.createRule("none", new CreateRuleOptions(new FalseRuleFilter()));

            assertThat(rules.listRules().stream().map(RuleProperties::getFilter))
                    .hasExactlyElementsOfTypes(TrueRuleFilter.class, FalseRuleFilter.class);
        }
    }

    @Test
    void more_rules_than_fit_a_page_are_all_listed() throws Exception {
        try (TestBus bus = TestBus.with(FRUIT)) {
            var rules = rules(bus, "all");
            for (int i = 0; i < 120; i++) {
                rules.createRule("r" + i, sql("size = " + i));
            }

            assertThat(rules.listRules().stream()).hasSize(121);
        }
    }
}

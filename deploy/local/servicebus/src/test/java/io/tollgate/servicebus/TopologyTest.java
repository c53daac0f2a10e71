package io.tollgate.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.servicebus.topology.Topology;
import io.tollgate.servicebus.topology.TopologyException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {

    @Test
    void entities_are_read_with_their_settings_and_the_defaults() {
        Topology topology = Topology.parse(
                "t.yml",
                """
                # entities
                defaults: {lockDuration: PT30S, maxDeliveryCount: 7}
                queues:
                  - name: jobs
                    requiresSession: true
                    defaultMessageTimeToLive: P14D
                    owner: somebody
                    readers: [somebody/else]
                    carries: work
                topics:
                  - name: news
                    subscriptions:
                      - name: sport
                        maxDeliveryCount: 3
                        filters:
                          - name: games
                            correlation: {label: news.game.v1}
                """);

        var jobs = topology.queues().get(0);
        assertThat(jobs.settings().requiresSession()).isTrue();
        assertThat(jobs.settings().lockDuration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(jobs.settings().maxDeliveryCount()).isEqualTo(7);
        assertThat(jobs.settings().defaultMessageTimeToLive()).isEqualTo(Duration.ofDays(14));
        var sport = topology.topics().get(0).subscriptions().get(0);
        assertThat(sport.settings().maxDeliveryCount()).isEqualTo(3);
        assertThat(sport.rules().get(0).correlation().system()).isEqualTo(Map.of("label", "news.game.v1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queues: [{name: a, lockDurration: PT1M}]|unknown key 'lockDurration'",
                "queues: [{name: a, lockDuration: PT6M}]|between PT0.001S and PT5M",
                "queues: [{name: a, lockDuration: soon}]|ISO 8601",
                "queues: [{name: a, maxDeliveryCount: 0}]|between 1 and 2000",
                "queues: [{name: a, maxDeliveryCount: many}]|must be a number",
                "queues: [{name: a, requiresSession: maybe}]|true or false",
                "queues: [{name: a}, {name: A}]|declared twice",
                "queues: [{lockDuration: PT1M}]|'name' is missing",
                "queues: [{name: 'a b'}]|is no name",
                "queues: {name: a}|must be a list",
                "queues: [{name: a, forwardTo: b}]|which is not declared",
                "queues: [{name: a, forwardTo: A}]|to itself",
                "queues: [{name: a, requiresSession: true, forwardTo: b}, {name: b}]|cannot auto-forward",
                "queues: [{name: a, forwardTo: b}, {name: b, forwardTo: a}]|in a circle",
                "topics: [{name: t, subscriptions: [{name: s, filters: [{name: f}]}]}]|either 'correlation' or",
                "queues: [{name: a}|line 3",
                "topics: [{name: t, subscriptions: [{name: s, filters: [{name: f, sqlFilter: a ~ 1}]}]}]|is not understood",
            })
    void a_mistake_is_refused_with_its_line(String mistake, String explanation) {
        assertThatThrownBy(() -> Topology.parse("t.yml", "# one\n# two\n" + mistake))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("t.yml, line 3")
                .hasMessageContaining(explanation);
    }

    @Test
    void a_mistake_on_a_later_line_names_that_line() {
        assertThatThrownBy(() ->
                        Topology.parse("t.yml", "queues:\n  - name: a\n    maxDeliveryCount: 1\n    color: red\n"))
                .hasMessage("t.yml, line 4: unknown key 'color' in queue 'a'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "queues: [{name: a, forwardTo: t/subscriptions/s}]|which is not declared",
                "queues: [{name: a, forwardDeadLetteredMessagesTo: a}]|to itself",
                "queues: [{name: a, forwardTo: b}, {name: b, forwardTo: c}, {name: c, forwardTo: d}, {name: d, forwardTo: e},"
                        + " {name: e, forwardTo: f}, {name: f}]|more than 4 times",
                "queues: [{name: a, authorizationRules: [{name: r, rights: [Read]}]}]|Send, Listen or Manage",
                "topics: [{name: t, lockDuration: PT1M}]|unknown key 'lockDuration'",
                "topics: [{name: t, subscriptions: [{name: s, filters: [{name: f, sqlFilter: a=1, sqlAction: DROP}]}]}]"
                        + "|is not understood",
                "topics: [{name: t, subscriptions: [{name: s, filters: [{name: f, correlation: {color: red}}]}]}]|unknown key",
                "queues: [{name: a, name: b}]|given twice",
            })
    void what_azure_refuses_is_refused(String mistake, String explanation) {
        assertThatThrownBy(() -> Topology.parse("t.yml", "# one\n" + mistake))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("t.yml, line 2")
                .hasMessageContaining(explanation);
    }
}

package io.tollgate.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final Set<String> APPLICATIONS = Set.of("orders", "products", "payments", "users", "workers");

    @Test
    void every_label_a_subscription_asks_for_has_a_schema() {
        assertThat(Contracts.labels()).isNotEmpty().isSubsetOf(Contracts.typesWith(".schema.json"));
    }

    @Test
    void every_subscription_asks_for_something_and_for_each_type_once() {
        assertThat(Contracts.subscriptions()).isNotEmpty().allSatisfy(subscription -> {
            List<String> labels = Contracts.elements(subscription.path("filters"))
                    .map(filter -> filter.at("/correlation/label").asText())
                    .toList();
            assertThat(labels).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    @Test
    void a_filter_is_named_after_its_type() {
        assertThat(Contracts.subscriptions())
                .flatMap(subscription ->
                        Contracts.elements(subscription.path("filters")).toList())
                .allSatisfy(filter -> assertThat(filter.path("name").asText())
                        .isIn(names(filter.at("/correlation/label").asText())));
    }

    @Test
    void every_subscription_forwards_its_dead_letters() {
        assertThat(Contracts.subscriptions()).allSatisfy(subscription -> assertThat(
                        subscription.path("forwardDeadLetteredMessagesTo").asText())
                .isEqualTo("dlq-queue"));
    }

    @Test
    void every_subscription_has_a_reader_that_exists() {
        assertThat(Contracts.subscriptions())
                .allSatisfy(subscription -> assertThat(Contracts.elements(subscription.path("readers")))
                        .map(JsonNode::asText)
                        .isNotEmpty()
                        .isSubsetOf(APPLICATIONS));
    }

    /** The fact; with its publisher where several publish such a fact, since a name is there once. */
    private static Set<String> names(String label) {
        String[] type = label.split("\\.");
        return Set.of(type[1], type[0] + "-" + type[1]);
    }
}

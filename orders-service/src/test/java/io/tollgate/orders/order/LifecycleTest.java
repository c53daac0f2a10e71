package io.tollgate.orders.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of an order's life, and the picture of it in the README. */
class LifecycleTest {
    private static final Set<Tell> CANCELED = EnumSet.of(Tell.ORDER_CANCELED, Tell.ORDER_CANCELED_SHIPMENT_OPEN);
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "```mermaid\n";
    private static final String END = "```\n";

    /** {@code mvn test -Dtest=LifecycleTest -Ddiagram=write} draws it anew. */
    @Test
    void the_readme_shows_the_table() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END, begin);
        if ("write".equals(System.getProperty("diagram"))) {
            Files.writeString(README, readme.substring(0, begin) + diagram() + readme.substring(end));
            return;
        }

        assertThat(readme.substring(begin, end)).isEqualTo(diagram());
    }

    @Test
    void nothing_leaves_an_end_but_a_shipped_order_may_be_refunded() {
        assertThat(Lifecycle.TABLE)
                .filteredOn(step -> step.from().status().isTerminal())
                .allMatch(step -> step.from() == Stage.SHIPPED && step.to() == Stage.SHIPPED);
    }

    @Test
    void from_everywhere_else_the_deadline_the_customer_and_an_erasure_lead_to_an_end() {
        assertThat(Stage.open())
                .allSatisfy(stage -> assertThat(Set.of(Trigger.DEADLINE, Trigger.CANCELLATION, Trigger.ERASURE))
                        .allSatisfy(end -> assertThat(
                                        Lifecycle.find(stage, end).orElseThrow().to())
                                .isEqualTo(Stage.CANCELED)));
    }

    @Test
    void whatever_ends_without_delivery_says_why_and_tells_everybody() {
        assertThat(Lifecycle.TABLE).allSatisfy(step -> {
            assertThat(step.reason().isPresent()).isEqualTo(step.to() == Stage.CANCELED);
            assertThat(step.tells().stream().anyMatch(CANCELED::contains)).isEqualTo(step.to() == Stage.CANCELED);
        });
    }

    @Test
    void every_stage_is_reached() {
        assertThat(Lifecycle.TABLE.stream().map(Transition::to).collect(Collectors.toSet()))
                .containsAll(Arrays.stream(Stage.values())
                        .filter(stage -> stage != Stage.PLACED)
                        .toList());
    }

    private static String diagram() {
        Map<List<Stage>, List<Transition>> arrows = Lifecycle.TABLE.stream()
                .collect(groupingBy(step -> List.of(step.from(), step.to()), LinkedHashMap::new, toList()));
        return "stateDiagram-v2\n    [*] --> PLACED: placed\n"
                + arrows.entrySet().stream()
                        .map(arrow -> "    %s --> %s: %s\n"
                                .formatted(arrow.getKey().get(0), arrow.getKey().get(1), label(arrow.getValue())))
                        .collect(joining())
                + "    SHIPPED --> [*]\n    CANCELED --> [*]\n";
    }

    private static String label(List<Transition> steps) {
        return steps.stream().map(LifecycleTest::words).distinct().collect(joining(", "));
    }

    private static String words(Transition step) {
        String said = step.on().wireName();
        return step.reason()
                .map(CancelReason::wireName)
                .filter(reason -> !reason.equals(said) && step.on().isHeard())
                .map(reason -> said + " (" + reason + ')')
                .orElse(said);
    }
}

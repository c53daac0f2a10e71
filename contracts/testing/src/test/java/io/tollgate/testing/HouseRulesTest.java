package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is seen red here, on a miniature that breaks it; a rule that was never red may guard nothing. */
class HouseRulesTest {
    @Test
    void a_sound_module_keeps_every_rule() {
        assertThat(HouseRules.ofMiniature("io.tollgate.sound").broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            rooms          | rooms do not know each other                                    | order.web.OrderController
            otherrooms     | rooms do not know each other                                    | order.store.R2dbcOrders
            roots          | a root knows no room                                            | order.Order
            plain          | a root is plain Java, Mono and Flux                             | order.Order
            publicroom     | rooms are not public                                            | order.web.OrderController
            unknownroom    | below a feature there are only the rooms that the house has     | order.stores.R2dbcOrders
            cycle          | features form no cycle                                          | catalog.Entry
            foreign        | a service depends on contracts only                             | order.store.OrderRow
            delivery       | only messages and wiring use delivery                           | order.web.OrderController
            sql            | only store and wiring use SQL                                   | order.web.OrderController
            calls          | only directory, network, sender and wiring use calls            | order.web.OrderController
            waiting        | nobody waits for a publisher                                    | R2dbcOrders.all
            time           | nobody reads the time but from the injected Clock               | order.Order
            identifiers    | nobody makes identifiers but with the injected Ids              | order.Order
            value          | configuration is a record of @ConfigurationProperties           | order.schedule.Sweeper
            fieldinjection | what a class needs comes through its constructor                | order.schedule.Sweeper
            """)
    void a_module_that_breaks_a_rule_is_told_which_and_where(String miniature, String rule, String where) {
        assertThat(HouseRules.ofMiniature("io.tollgate.broken." + miniature).broken())
                .anySatisfy(report -> assertThat(report).contains(rule).contains(where));
    }

    @Test
    void every_way_of_waiting_is_seen() {
        String report =
                HouseRules.ofMiniature("io.tollgate.broken.waiting").broken().get(0);

        assertThat(report).contains("subscribe()", "Mono.block()", "toFuture()", "blockLast()", "toStream()", "hidden");
    }

    @Test
    void every_way_of_reading_the_time_is_seen() {
        String report =
                HouseRules.ofMiniature("io.tollgate.broken.time").broken().get(0);

        assertThat(report).contains("Instant.now()", "Clock.systemUTC()", "LocalDate.now()", "hidden");
    }

    @Test
    void all_broken_rules_are_told_at_once() {
        assertThatThrownBy(
                        () -> HouseRules.ofMiniature("io.tollgate.broken.rooms").check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("rooms do not know each other", "rooms are not public");
    }

    @Test
    void a_module_without_a_class_is_a_misspelt_one() {
        assertThatThrownBy(() -> HouseRules.of("io.tollgate.oders"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("misspelt");
    }

    @Test
    void an_exemption_lets_one_class_off() {
        assertThat(HouseRules.ofMiniature("io.tollgate.broken.waiting")
                        .mayBlock("io.tollgate.broken.waiting.order.store.R2dbcOrders", "seen in this test")
                        .broken())
                .isEmpty();
        assertThat(HouseRules.ofMiniature("io.tollgate.broken.time")
                        .mayReadTime("io.tollgate.broken.time.order.Order", "seen in this test")
                        .broken())
                .isEmpty();
        assertThat(HouseRules.ofMiniature("io.tollgate.broken.plain")
                        .rootMayUse("io.tollgate.broken.plain.order", "com.fasterxml..", "seen in this test")
                        .broken())
                .isEmpty();
        assertThat(HouseRules.ofMiniature("io.tollgate.broken.unknownroom")
                        .room("stores", "seen in this test")
                        .broken())
                .isEmpty();
    }

    @Test
    void an_exemption_that_exempts_nothing_fails() {
        HouseRules sound = HouseRules.ofMiniature("io.tollgate.sound");

        assertThatThrownBy(() ->
                        sound.mayBlock("io.tollgate.sound.Settlement", "gone").check())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() ->
                        sound.mayReadTime("io.tollgate.sound.Sundial", "gone").check())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> sound.rootMayUse("io.tollgate.sound.order", "org.bouncycastle..", "gone")
                        .check())
                .isInstanceOf(AssertionError.class);
    }
}

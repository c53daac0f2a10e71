package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    @Test
    void who_what_when_and_how_long_stand_on_one_line_each() {
        List<String> lines = Waterfall.lines(List.of(
                Items.span("a", null, "gateway", "POST /v1/orders", 0, 100),
                Items.span("b", "a", "orders-service", "POST /v1/orders", 25, 50)));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("100.0 ms");
        assertThat(lines.get(1))
                .startsWith("gateway            POST /v1/orders")
                .endsWith("100.0");
        assertThat(lines.get(2))
                .startsWith("orders-service      POST /v1/orders")
                .contains(" ".repeat(8) + "█".repeat(16) + " ".repeat(8));
    }

    @Test
    void a_line_fits_a_terminal_however_long_and_deep_its_name() {
        List<String> lines = Waterfall.lines(
                List.of(Items.span("a", "gone", "a-service-with-a-very-long-name", "x".repeat(300) + "\n", 0, 1e9)));

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(115));
        assertThat(lines.get(1)).contains(" ? xxx").contains("…");
    }

    @Test
    void nothing_is_drawn_of_nothing() {
        assertThat(Waterfall.lines(List.of())).isEmpty();
    }
}

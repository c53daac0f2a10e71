package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockTest {
    private final Stock stock = new Stock(CUP, 50, 8, 3);

    @Test
    void what_is_set_aside_is_not_available() {
        assertThat(stock.available()).isEqualTo(42);
    }

    @Test
    void a_count_keeps_what_is_set_aside() {
        assertThat(stock.counted(8)).isEqualTo(new Stock(CUP, 8, 8, 4));
    }

    @Test
    void a_count_below_what_is_set_aside_is_refused() {
        assertThatExceptionOfType(CountBelowReserved.class)
                .isThrownBy(() -> stock.counted(7))
                .satisfies(refusal -> {
                    assertThat(refusal.count()).isEqualTo(7);
                    assertThat(refusal.reserved()).isEqualTo(8);
                });
    }

    @Test
    void lines_of_one_product_are_one_line_and_lines_are_in_the_order_of_their_products() {
        assertThat(Line.merged(List.of(new Line(BEANS, 1), new Line(CUP, 1), new Line(BEANS, 2))))
                .containsExactly(new Line(CUP, 1), new Line(BEANS, 3));
    }

    @Test
    void a_line_without_a_piece_is_no_line() {
        assertThatThrownBy(() -> new Line(CUP, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

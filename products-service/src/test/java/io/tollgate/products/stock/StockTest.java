package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.products.product.Status;
import io.tollgate.products.stock.Stock.Threshold;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StockTest {
    private final Stock stock = new Stock(CUP, Status.ACTIVE, 50, 8, 3, Threshold.NONE);

    @Test
    void what_is_set_aside_is_not_available() {
        assertThat(stock.available()).isEqualTo(42);
    }

    @Test
    void a_count_keeps_what_is_set_aside() {
        assertThat(stock.counted(8)).isEqualTo(new Stock(CUP, Status.ACTIVE, 8, 8, 4, Threshold.NONE));
    }

    @Test
    void a_count_below_what_is_set_aside_is_refused() {
        assertThatExceptionOfType(BelowReserved.class)
                .isThrownBy(() -> stock.counted(7))
                .satisfies(refusal -> assertThat(refusal.reserved()).isEqualTo(8));
    }

    @Test
    void a_stock_is_low_from_the_threshold_down_and_never_without_one() {
        assertThat(stock.isLow()).isFalse();
        assertThat(stock.watched(Optional.of(41)).isLow()).isFalse();
        assertThat(stock.watched(Optional.of(42)).isLow()).isTrue();
    }

    @Test
    void more_than_fits_a_number_is_as_much_as_the_greatest() {
        assertThat(Line.merged(List.of(new Line(CUP, Integer.MAX_VALUE), new Line(CUP, 2))))
                .containsExactly(new Line(CUP, Integer.MAX_VALUE));
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

package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.stock.StockFixtures.NOON;
import static io.tollgate.products.stock.StockFixtures.ORDER;
import static io.tollgate.products.stock.StockFixtures.TWO_CUPS_AND_BEANS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ReserveStockTest {
    private final FakeShop shop = new FakeShop().with(CUP, 5).with(BEANS, 3);
    private final StockRoom room = new StockRoom(shop);
    private final ReservationBook book = new ReservationBook(shop, room, shop);
    private final ReserveStock reserve = new ReserveStock(book, room, Clock.fixed(NOON, ZoneOffset.UTC));
    private final CommitReservation commit = new CommitReservation(book);
    private final ReleaseReservation release = new ReleaseReservation(book);

    @Test
    void all_lines_are_set_aside_and_orders_is_told() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));

        assertStock(5, 2, 3, 1);
        assertThat(shop.told).containsExactly(new StockReserved(ORDER, 1, NOON));
    }

    @Test
    void when_one_line_is_out_of_stock_nothing_is_set_aside() {
        done(reserve.handle(ORDER, List.of(new Line(BEANS, 4), new Line(CUP, 2))));

        assertStock(5, 0, 3, 0);
        assertThat(shop.told)
                .containsExactly(new StockRefused(ORDER, 1, RefusalReason.OUT_OF_STOCK, List.of(BEANS), NOON));
    }

    @Test
    void two_lines_of_one_product_count_together() {
        done(reserve.handle(ORDER, List.of(new Line(CUP, 3), new Line(CUP, 3))));

        assertStock(5, 0, 3, 0);
    }

    @Test
    void an_unknown_product_is_named_before_one_that_is_out_of_stock() {
        done(reserve.handle(ORDER, List.of(new Line(NEVER_PUBLISHED, 1), new Line(BEANS, 4))));

        assertThat(shop.told)
                .containsExactly(
                        new StockRefused(ORDER, 1, RefusalReason.UNKNOWN_PRODUCT, List.of(NEVER_PUBLISHED), NOON));
    }

    @Test
    void an_order_placed_twice_is_reserved_once() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));

        assertStock(5, 2, 3, 1);
        assertThat(shop.told).hasSize(1);
    }

    @Test
    void a_confirmed_order_leaves_the_shop() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));
        done(commit.handle(ORDER));
        done(commit.handle(ORDER));

        assertStock(3, 0, 2, 0);
    }

    @Test
    void a_canceled_order_is_available_again() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));
        done(release.handle(ORDER));
        done(release.handle(ORDER));

        assertStock(5, 0, 3, 0);
    }

    @Test
    void an_order_that_was_canceled_before_it_was_seen_is_refused() {
        done(release.handle(ORDER));
        assertThat(shop.told).isEmpty();

        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));

        assertStock(5, 0, 3, 0);
        assertThat(shop.told).containsExactly(new StockRefused(ORDER, 2, RefusalReason.ORDER_ENDED, List.of(), NOON));
    }

    @Test
    void an_order_that_was_confirmed_before_it_was_seen_is_refused() {
        done(commit.handle(ORDER));
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));

        assertStock(5, 0, 3, 0);
        assertThat(shop.told).hasSize(1);
    }

    private static void done(Mono<Void> work) {
        work.as(StepVerifier::create).verifyComplete();
    }

    private void assertStock(int cups, int cupsReserved, int beans, int beansReserved) {
        assertThat(shop.stock.get(CUP))
                .extracting(Stock::onHand, Stock::reserved)
                .containsExactly(cups, cupsReserved);
        assertThat(shop.stock.get(BEANS))
                .extracting(Stock::onHand, Stock::reserved)
                .containsExactly(beans, beansReserved);
    }
}

package io.tollgate.products.stock;

import static io.tollgate.products.product.ProductFixtures.BEANS;
import static io.tollgate.products.product.ProductFixtures.CUP;
import static io.tollgate.products.product.ProductFixtures.NEVER_PUBLISHED;
import static io.tollgate.products.stock.StockFixtures.NOON;
import static io.tollgate.products.stock.StockFixtures.ORDER;
import static io.tollgate.products.stock.StockFixtures.TWO_CUPS_AND_BEANS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.products.product.Status;
import io.tollgate.testing.SequentialIds;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ReserveStockTest {
    private static final OrderId OTHER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75j");
    private static final OrderId THIRD = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75k");

    private final FakeShop shop = new FakeShop().with(CUP, 5).with(BEANS, 3);
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final LowStock lowStock = new LowStock(shop, shop, clock);
    private final StockRoom room = new StockRoom(shop, new StockLog(shop, lowStock, new SequentialIds(), clock));
    private final ReservationBook book = new ReservationBook(shop, room, shop);
    private final ReserveStock reserve = new ReserveStock(book, room, clock);
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

    @Test
    void a_retired_product_cannot_be_ordered_and_a_draft_does_not_exist() {
        shop.with(CUP, 5, Status.RETIRED).with(BEANS, 3, Status.DRAFT);

        done(reserve.handle(ORDER, List.of(new Line(CUP, 1))));
        done(reserve.handle(OTHER, List.of(new Line(BEANS, 1))));

        assertStock(5, 0, 3, 0);
        assertThat(shop.told)
                .containsExactly(
                        new StockRefused(ORDER, 1, RefusalReason.PRODUCT_RETIRED, List.of(CUP), NOON),
                        new StockRefused(OTHER, 1, RefusalReason.UNKNOWN_PRODUCT, List.of(BEANS), NOON));
    }

    @Test
    void what_was_reserved_of_a_product_is_sold_or_given_back_after_it_was_retired() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));
        done(reserve.handle(OTHER, List.of(new Line(CUP, 1))));
        shop.stock.replaceAll((id, now) ->
                new Stock(id, Status.RETIRED, now.onHand(), now.reserved(), now.version(), now.threshold()));

        done(commit.handle(ORDER));
        done(release.handle(OTHER));

        assertStock(3, 0, 2, 0);
    }

    @Test
    void more_than_anybody_has_is_out_of_stock() {
        done(reserve.handle(ORDER, List.of(new Line(CUP, Integer.MAX_VALUE), new Line(CUP, Integer.MAX_VALUE))));

        assertThat(shop.told)
                .containsExactly(new StockRefused(ORDER, 1, RefusalReason.OUT_OF_STOCK, List.of(CUP), NOON));
    }

    @Test
    void every_movement_is_written_down_and_their_sum_is_the_stock() {
        done(reserve.handle(ORDER, TWO_CUPS_AND_BEANS));
        done(reserve.handle(OTHER, List.of(new Line(CUP, 1), new Line(BEANS, 9))));
        done(commit.handle(ORDER));
        done(release.handle(ORDER));

        assertThat(shop.moves())
                .containsExactly(
                        new Move(CUP, Kind.RESERVATION, 0, 2),
                        new Move(BEANS, Kind.RESERVATION, 0, 1),
                        new Move(CUP, Kind.COMMIT, -2, -2),
                        new Move(BEANS, Kind.COMMIT, -1, -1),
                        new Move(CUP, Kind.RELEASE, 2, 0),
                        new Move(BEANS, Kind.RELEASE, 1, 0));
        assertThat(shop.movements).allMatch(movement -> movement.cause().equals(Cause.of(ORDER)));
        assertStock(5, 0, 3, 0);
    }

    @Test
    void a_stock_that_runs_low_is_told_of_once_and_again_after_there_was_more() {
        shop.watching(CUP, 3);

        done(reserve.handle(ORDER, List.of(new Line(CUP, 2))));
        done(reserve.handle(OTHER, List.of(new Line(CUP, 1))));
        assertThat(lows()).extracting(StockLow::available).containsExactly(3);

        done(release.handle(ORDER));
        done(reserve.handle(THIRD, List.of(new Line(CUP, 2))));
        assertThat(lows()).extracting(StockLow::available).containsExactly(3, 2);
    }

    @Test
    void an_order_that_is_refused_makes_nothing_run_low() {
        shop.watching(CUP, 3);

        done(reserve.handle(ORDER, List.of(new Line(CUP, 5), new Line(BEANS, 4))));

        assertThat(lows()).isEmpty();
        assertThat(shop.movements).isEmpty();
    }

    private List<StockLow> lows() {
        return shop.told.stream()
                .filter(StockLow.class::isInstance)
                .map(StockLow.class::cast)
                .toList();
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

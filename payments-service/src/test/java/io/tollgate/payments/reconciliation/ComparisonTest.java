package io.tollgate.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Posting.Kind;
import io.tollgate.values.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Booked CAPTURE = capture("pay_1-capture", 4390);
    private static final Booked OTHER = capture("pay_2-capture", 1250);

    @Test
    void what_is_the_same_on_both_sides_agrees() {
        assertThat(compare(List.of(CAPTURE, OTHER), List.of(OTHER, CAPTURE))).isEqualTo(new Result(2, List.of()));
    }

    @Test
    void what_they_lack_is_missing_and_what_we_lack_is_extra() {
        assertThat(compare(List.of(OTHER), List.of(CAPTURE)).differences())
                .containsExactly(Difference.extra(OTHER), Difference.missing(CAPTURE));
    }

    @Test
    void another_amount_or_currency_is_told_with_both() {
        Booked more = capture("pay_1-capture", 4391);
        Booked dollars = new Booked("pay_2-capture", Kind.CAPTURE, "pay_2-capture", Money.of(1250, "USD"));

        assertThat(compare(List.of(more, dollars), List.of(CAPTURE, OTHER)).differences())
                .containsExactly(Difference.amount(CAPTURE, more), Difference.amount(OTHER, dollars));
    }

    @Test
    void the_same_line_twice_is_extra_once() {
        assertThat(compare(List.of(CAPTURE, CAPTURE), List.of(CAPTURE)))
                .isEqualTo(new Result(1, List.of(Difference.extra(CAPTURE))));
    }

    @Test
    void another_kind_of_operation_under_the_same_name_is_extra() {
        Booked refund = new Booked("pay_1-capture", Kind.REFUND, "pay_1", CAPTURE.amount());

        assertThat(compare(List.of(refund), List.of(CAPTURE)).differences()).containsExactly(Difference.extra(refund));
    }

    @Test
    void midnight_is_not_the_same_moment_for_both() {
        Comparison late = new Comparison(List.of(CAPTURE), List.of());
        Comparison early = new Comparison(List.of(), List.of(CAPTURE));

        assertThat(late.unknownToDay()).containsExactly("pay_1-capture");
        assertThat(late.with(List.of(CAPTURE), List.of())).isEqualTo(new Result(1, List.of()));
        assertThat(early.missesAny()).isTrue();
        assertThat(early.with(List.of(), List.of(CAPTURE))).isEqualTo(new Result(0, List.of()));
    }

    private static Result compare(List<Booked> theirs, List<Booked> ours) {
        return new Comparison(theirs, ours).with(List.of(), List.of());
    }

    private static Booked capture(String operation, long amount) {
        return new Booked(operation, Kind.CAPTURE, operation, Money.of(amount, "EUR"));
    }
}

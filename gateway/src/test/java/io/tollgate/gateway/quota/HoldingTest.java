package io.tollgate.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.gateway.plan.Mode;
import io.tollgate.gateway.plan.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldingTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-05-05T00:00:00Z");
    private static final Quota DAILY = new Quota("daily", Quota.Unit.CALLS, Quota.Period.DAY, 1_000, Mode.ENFORCE);
    private static final QuotaProperties PROPERTIES = new QuotaProperties(
            Duration.ofSeconds(60),
            20,
            1_048_576,
            1_000_000_000,
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofMillis(250));

    private final Holding holding = new Holding("cli_shop", DAILY, PROPERTIES, NOON);

    @Test
    void an_answer_that_is_heard_twice_counts_once() {
        LeaseWanted wanted = holding.wanted("lea_1", NOON);

        holding.answered(lease("lea_1", 10, MIDNIGHT), wanted, NOON);
        holding.answered(lease("lea_1", 10, MIDNIGHT), wanted, NOON);

        assertThat(holding.take(10, NOON)).isTrue();
        assertThat(holding.take(1, NOON)).isFalse();
    }

    @Test
    void a_question_without_an_answer_is_asked_again_under_the_same_name() {
        assertThat(holding.wanted("lea_1", NOON).leaseId()).isEqualTo("lea_1");
        assertThat(holding.wanted("lea_2", NOON).leaseId()).isEqualTo("lea_1");
    }

    @Test
    void counts_end_with_their_period() {
        held(10);

        assertThat(holding.take(1, MIDNIGHT.minusMillis(1))).isTrue();
        assertThat(holding.take(1, MIDNIGHT)).isFalse();
        assertThat(holding.isPast(MIDNIGHT)).isTrue();
    }

    @Test
    void what_comes_for_the_next_period_goes_back_and_ends_this_one() {
        held(10);
        LeaseWanted wanted = holding.wanted("lea_2", NOON);

        Optional<ReturnedLease> back = holding.answered(lease("lea_2", 10, MIDNIGHT.plusSeconds(86_400)), wanted, NOON);

        assertThat(back).contains(new ReturnedLease("lea_2", 0));
        assertThat(holding.isPast(NOON)).isTrue();
    }

    @Test
    void what_is_left_is_of_the_newest_lease_and_an_unanswered_one_goes_back_whole() {
        held(10);
        LeaseWanted wanted = holding.wanted("lea_2", NOON);
        holding.answered(lease("lea_2", 5, MIDNIGHT), wanted, NOON);
        holding.take(12, NOON);
        holding.wanted("lea_3", NOON);

        assertThat(holding.retire())
                .containsExactly(
                        new ReturnedLease("lea_1", 10), new ReturnedLease("lea_2", 2), new ReturnedLease("lea_3", 0));
        assertThat(holding.take(1, NOON)).isFalse();
        assertThat(holding.retire()).isEmpty();
    }

    @Test
    void leases_grow_while_they_do_not_last_and_asking_in_vain_makes_them_no_larger() {
        held(20);
        holding.take(20, NOON);
        Instant soon = NOON.plusSeconds(1);

        assertThat(holding.wanted("lea_2", soon).wanted()).isEqualTo(80);
        assertThat(holding.wanted("lea_3", soon).wanted()).isEqualTo(80);
    }

    @Test
    void what_is_filled_up_is_never_more_than_one_lease_whoever_waits() {
        held(20);
        holding.take(15, NOON);
        Instant soon = NOON.plusSeconds(1);
        assertThat(holding.wanted("lea_2", soon).wanted()).isEqualTo(75);

        holding.waits(30);
        LeaseWanted wanted = holding.wanted("lea_2", soon);
        holding.answered(lease("lea_2", wanted.wanted(), MIDNIGHT), wanted, soon);

        assertThat(wanted.needed()).isEqualTo(25);
        assertThat(holding.take(80, soon)).isTrue();
        assertThat(holding.take(1, soon)).isFalse();
    }

    @Test
    void bytes_that_nobody_held_are_owed_and_needed_first() {
        held(10);
        holding.charge(25, NOON);

        assertThat(holding.take(0, NOON)).isFalse();
        assertThat(holding.wanted("lea_2", NOON).needed()).isEqualTo(15);
        assertThat(holding.isLow(NOON)).isTrue();
    }

    private void held(long granted) {
        LeaseWanted wanted = holding.wanted("lea_1", NOON);
        holding.answered(lease("lea_1", granted, MIDNIGHT), wanted, NOON);
    }

    private static Lease lease(String id, long granted, Instant periodEnd) {
        return new Lease(id, granted, 1_000, granted, periodEnd, periodEnd);
    }
}

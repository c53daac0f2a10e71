package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotaCountTest {
    @Test
    void far_from_the_limit_everything_wanted_is_granted() {
        assertThat(count(0, 1_000).grantable(50, 1)).isEqualTo(50);
    }

    @Test
    void near_the_limit_there_is_a_tenth_of_what_is_left_but_what_is_needed_at_once() {
        assertThat(count(900, 1_000).grantable(50, 1)).isEqualTo(10);
        assertThat(count(995, 1_000).grantable(50, 1)).isEqualTo(1);
        assertThat(count(995, 1_000).grantable(50, 4)).isEqualTo(4);
        assertThat(count(998, 1_000).grantable(50, 4)).isEqualTo(2);
        assertThat(count(1_000, 1_000).grantable(50, 4)).isZero();
    }

    @Test
    void eighty_and_a_hundred_percent_are_reached_once_each() {
        QuotaCount before = count(0, 9);

        assertThat(before.using(7).stepsSince(before)).isEmpty();
        QuotaCount most = before.using(8);
        assertThat(most.stepsSince(before)).containsExactly(80);
        assertThat(most.using(1).stepsSince(most)).containsExactly(100);
        assertThat(before.using(9).stepsSince(before)).containsExactly(80, 100);
        assertThat(new QuotaCount("quo_1", 7, 9, 80).using(1).stepsSince(new QuotaCount("quo_1", 7, 9, 80)))
                .isEmpty();
    }

    @Test
    void a_limit_of_one_and_one_of_a_trillion_are_counted_right() {
        assertThat(count(0, 1).using(1).told()).isEqualTo(100);
        assertThat(count(0, 1).using(0).told()).isZero();
        long large = 1_000_000_000_000_000L;
        assertThat(count(0, large).using(large / 10 * 8 - 1).told()).isZero();
        assertThat(count(0, large).using(large / 10 * 8).told()).isEqualTo(80);
    }

    private static QuotaCount count(long used, long ceiling) {
        return new QuotaCount("quo_1", used, ceiling, 0);
    }
}

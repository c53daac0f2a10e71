package io.tollgate.gateway.caller.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.gateway.caller.CallerRefused.TooManySignIns;
import io.tollgate.gateway.caller.SignInProperties;
import io.tollgate.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInsTest {
    private static final String ADA = "ada@customers.example";
    private static final String HOME = "192.0.2.1";
    private static final String ATTACKER = "203.0.113.9";

    private final MutableClock clock = MutableClock.atNoon();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SignIns signIns = new SignIns(
            new SignInProperties(
                    3,
                    10,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    8,
                    Duration.ofSeconds(6),
                    Duration.ofHours(1),
                    Duration.ofDays(30),
                    1_000),
            new Fingerprints(),
            clock,
            meters);

    @Test
    void each_wrong_password_after_the_free_ones_waits_twice_as_long_up_to_a_minute() {
        signIns.begin(ADA, ATTACKER).succeeded();
        wrong(ADA, ATTACKER, 3);

        for (int seconds = 1; seconds <= 32; seconds *= 2) {
            assertThat(refused(ADA, ATTACKER).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            signIns.begin(ADA, ATTACKER);
        }
        assertThat(refused(ADA, ATTACKER).retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(refused(ADA, ATTACKER).rule()).isEqualTo("sign-in:user-and-address");
        assertThat(meters.counter("tollgate.gateway.sign.ins.refused", "rule", "user-and-address")
                        .count())
                .isGreaterThan(6);
    }

    @Test
    void however_a_user_is_written_it_is_the_same_one() {
        wrong("Zoë@Customers.example", ATTACKER, 2);
        wrong(" zoe\u0308@customers.example ", ATTACKER, 1);

        refused("zoë@customers.example", ATTACKER);
    }

    @Test
    void the_wrong_passwords_of_one_address_do_not_delay_the_user_at_another() {
        wrong(ADA, ATTACKER, 3);
        refused(ADA, ATTACKER);

        assertThatNoException().isThrownBy(() -> signIns.begin(ADA, HOME));
    }

    @Test
    void the_right_password_ends_the_delay_and_makes_the_address_familiar() {
        wrong(ADA, HOME, 2);
        assertThat(signIns.begin(ADA, HOME).isFamiliar()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        signIns.begin(ADA, HOME).succeeded();

        assertThat(signIns.begin(ADA, HOME).isFamiliar()).isTrue();
        wrong(ADA, HOME, 2);
        refused(ADA, HOME);
    }

    @Test
    void many_addresses_against_one_user_are_slowed_down_and_the_familiar_one_is_not() {
        signIns.begin(ADA, HOME).succeeded();
        for (int i = 0; i < 8; i++) {
            wrong(ADA, "203.0.113." + i, 1);
        }

        assertThat(refused(ADA, "203.0.113.99").rule()).isEqualTo("sign-in:user");
        assertThat(refused(ADA, "203.0.113.99").retryAfter()).isEqualTo(Duration.ofSeconds(6));
        assertThatNoException().isThrownBy(() -> signIns.begin(ADA, HOME));
    }

    @Test
    void addresses_that_were_wrong_already_leave_half_of_the_tries_to_new_ones() {
        for (int i = 0; i < 4; i++) {
            wrong(ADA, "203.0.113." + i, 1);
        }

        assertThat(refused(ADA, "203.0.113.0").rule()).isEqualTo("sign-in:user");
        assertThatNoException().isThrownBy(() -> signIns.begin(ADA, "198.51.100.7"));
    }

    @Test
    void one_address_that_tries_many_users_is_slowed_down_and_who_is_at_home_there_is_not() {
        signIns.begin(ADA, ATTACKER).succeeded();
        for (int i = 0; i < 10; i++) {
            wrong("user" + i + "@customers.example", ATTACKER, 1);
        }

        assertThat(refused("another@customers.example", ATTACKER).rule()).isEqualTo("sign-in:address");
        assertThatNoException().isThrownBy(() -> signIns.begin(ADA, ATTACKER));
    }

    @Test
    void a_few_wrong_passwords_among_many_right_ones_are_no_attack() {
        for (int i = 0; i < 50; i++) {
            wrong("wrong" + i + "@customers.example", HOME, 1);
            signIns.begin("right" + i + "@customers.example", HOME).succeeded();
        }
    }

    @Test
    void a_password_that_nobody_looked_at_was_not_wrong() {
        for (int i = 0; i < 50; i++) {
            signIns.begin(ADA, HOME).takeBack();
        }
    }

    @Test
    void a_flood_that_gets_no_answer_in_time_is_slowed_down_all_the_same() {
        for (int i = 0; i < 10; i++) {
            signIns.begin("user" + i + "@customers.example", ATTACKER).noAnswer();
        }

        assertThat(refused("another@customers.example", ATTACKER).rule()).isEqualTo("sign-in:address");
        assertThatNoException().isThrownBy(() -> signIns.begin("user1@customers.example", HOME));
    }

    @Test
    void where_many_sign_in_the_way_back_is_short() {
        for (int i = 0; i < 200; i++) {
            clock.advance(Duration.ofMinutes(1));
            signIns.begin("user" + i + "@customers.example", HOME).noAnswer();
        }
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 12; i++) {
            signIns.begin("right" + i + "@customers.example", HOME).succeeded();
        }
        wrong("another@customers.example", HOME, 1);
        wrong("one-more@customers.example", HOME, 1);
    }

    private void wrong(String user, String address, int times) {
        for (int i = 0; i < times; i++) {
            signIns.begin(user, address);
        }
    }

    private TooManySignIns refused(String user, String address) {
        TooManySignIns refused = catchThrowableOfType(TooManySignIns.class, () -> signIns.begin(user, address));
        assertThat(refused).isNotNull();
        return refused;
    }
}

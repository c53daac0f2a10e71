package io.tollgate.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What has to fit into what, on the settings as they are delivered. */
class TimingTest {
    private final PropertySource<?> settings = settings();

    @Test
    void a_claim_outlasts_an_attempt_that_asks_and_takes_and_retries_both() {
        Duration oneCall = duration("resilience4j.timelimiter.instances.card-network.timeout-duration");
        Duration pause = duration("resilience4j.retry.instances.card-network.wait-duration");
        int tries = (int) settings.getProperty("resilience4j.retry.instances.card-network.max-attempts");

        Duration longestAttempt =
                oneCall.plus(pause.multipliedBy(2)).multipliedBy(tries).multipliedBy(2);

        assertThat(duration("payments.intents.claim")).isGreaterThan(longestAttempt);
    }

    @Test
    void a_step_left_behind_is_taken_up_again_within_ten_seconds() {
        assertThat(duration("payments.intents.last-retry")).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(duration("payments.intents.claim")).isLessThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(duration("resilience4j.circuitbreaker.instances.card-network.wait-duration-in-open-state"))
                .isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_customer_has_less_time_than_an_order() {
        assertThat(duration("payments.network.time-to-confirm")).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void a_connection_is_refused_before_the_call_is_given_up() {
        assertThat(duration("spring.http.reactiveclient.connect-timeout"))
                .isLessThan(duration("resilience4j.timelimiter.instances.card-network.timeout-duration"));
    }

    @Test
    void what_was_sent_is_waited_for_longer_than_for_an_answer() {
        assertThat(duration("payments.intents.doubt"))
                .isGreaterThan(duration("resilience4j.timelimiter.instances.card-network.timeout-duration")
                        .multipliedBy(5));
    }

    private Duration duration(String name) {
        return DurationStyle.detectAndParse(settings.getProperty(name).toString());
    }

    private static PropertySource<?> settings() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yml"))
                    .get(0);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

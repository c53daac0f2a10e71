package io.tollgate.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ValuesAutoConfigurationTest {
    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ValuesAutoConfiguration.class));

    @Test
    void the_clock_is_utc_and_ticks_in_microseconds() {
        application.run(context -> {
            Clock clock = context.getBean(Clock.class);
            Instant now = clock.instant();
            assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
            assertThat(clock.millis()).isGreaterThanOrEqualTo(now.toEpochMilli());
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
        });
    }

    @Test
    void a_test_may_bring_a_clock_of_its_own() {
        Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        application.withBean(Clock.class, () -> fixed).run(context -> assertThat(context.getBean(Clock.class))
                .isSameAs(fixed));
    }

    @Test
    void a_wrong_variable_is_said_as_one_sentence_that_names_it() {
        var analysis = new InvalidVariableAnalyzer().analyze(InvalidVariable.missing("TOLLGATE_CALLER_JWKS"));

        assertThat(analysis.getDescription()).isEqualTo("TOLLGATE_CALLER_JWKS is not set.");
        assertThat(analysis.getAction()).contains("TOLLGATE_CALLER_JWKS");
    }
}

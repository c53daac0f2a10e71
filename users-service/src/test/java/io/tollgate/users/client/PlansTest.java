package io.tollgate.users.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PlansTest {
    @EnableConfigurationProperties(Plans.class)
    static class Settings {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class)
            .withPropertyValues(plan("internal", 60, "60s", 60))
            .withPropertyValues("users.clients.scopes=orders:read");

    @Test
    void a_plan_is_found_by_its_name() {
        application.withPropertyValues(plan("free", 100, "60s", 10)).run(context -> assertThat(
                        context.getBean(Plans.class).find("free"))
                .hasValueSatisfying(plan -> assertThat(plan.burst()).isEqualTo(10)));
    }

    @Test
    void a_wrong_plan_stops_the_start() {
        refused(plan("free", 0, "60s", 1), "limit");
        refused(plan("free", 10, "60s", 11), "burst is not more than its limit");
        refused(plan("free", 10, "100ms", 1), "window is from one second to one day");
        refused(plan("Free!", 10, "60s", 1), "must match");
        refused("users.clients.scopes=orders", "must match");
    }

    private void refused(String[] wrong, String sentence) {
        application
                .withPropertyValues(wrong)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(sentence));
    }

    private void refused(String wrong, String sentence) {
        refused(new String[] {wrong}, sentence);
    }

    private static String[] plan(String name, int limit, String window, int burst) {
        String prefix = "users.clients.plans.[" + name + "].";
        return new String[] {prefix + "limit=" + limit, prefix + "window=" + window, prefix + "burst=" + burst};
    }
}

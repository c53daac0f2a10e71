package io.tollgate.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class OnFunctionTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Both.class);

    @Test
    void a_function_that_the_configuration_names_is_there_and_no_other() {
        expect("email", true, false);
        expect("notifications", false, true);
        expect("notifications; email", true, true);
        expect("emails", false, false);
        expect("", false, false);
    }

    private void expect(String definition, boolean email, boolean notifications) {
        runner.withPropertyValues("spring.cloud.function.definition=" + definition)
                .run(context -> {
                    assertThat(context.containsBean("mail")).isEqualTo(email);
                    assertThat(context.containsBean("news")).isEqualTo(notifications);
                });
    }

    @Configuration
    @Import({Email.class, Notifications.class})
    static class Both {}

    @Configuration
    @ConditionalOnFunction("email")
    static class Email {
        @Bean
        String mail() {
            return "mail";
        }
    }

    @Configuration
    @ConditionalOnFunction("notifications")
    static class Notifications {
        @Bean
        String news() {
            return "news";
        }
    }
}

package io.tollgate.workers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** What happens behind everybody's back; runs the functions that its configuration names. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    NotificationsFunction.class,
    EmailFunction.class,
    FulfillmentFunction.class,
    ThirdpartyFunction.class,
    ErasureFunction.class
})
public class WorkersApplication {
    public static void main(String[] args) {
        SpringApplication.run(WorkersApplication.class, args);
    }
}

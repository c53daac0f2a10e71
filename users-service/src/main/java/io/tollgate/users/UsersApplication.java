package io.tollgate.users;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The process that knows who may ask: users, API clients and their credentials. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class UsersApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(UsersApplication.class, arguments);
    }
}

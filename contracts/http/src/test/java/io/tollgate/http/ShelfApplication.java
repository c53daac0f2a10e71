package io.tollgate.http;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class ShelfApplication {
    static final ProblemType SHELF = new ProblemType("shelf-refused", 409, "The shelf says no");

    @Bean
    RefusalTable shelfProblems() {
        return RefusalTable.of().on(ShelfController.ShelfRefused.class, refusal -> Problem.of(SHELF));
    }
}

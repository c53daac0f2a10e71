package io.tollgate.bench.trivial;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The yardstick: what Spring WebFlux costs when it does nothing. */
@SpringBootApplication
@RestController
public class TrivialApplication {
    private static final Greeting GREETING = new Greeting("ok", 1);

    record Greeting(String status, int version) {}

    @GetMapping("/constant")
    Greeting constant() {
        return GREETING;
    }
}

package io.tollgate.telemetry;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A small service with everything a real one has: HTTP, SQL, a call to another one, messages, slow work. */
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        startWithOnePort(Map.of());
    }

    static ConfigurableApplicationContext start(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("management.server.address", "127.0.0.1");
        all.putIfAbsent("management.server.port", "0");
        return startWithOnePort(all);
    }

    static ConfigurableApplicationContext startWithOnePort(Map<String, Object> properties) {
        return new SpringApplicationBuilder(ShopApplication.class)
                .properties(Map.of("spring.config.name", "shop"))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext app, String name) {
        return app.getEnvironment().getRequiredProperty("local." + name + ".port", Integer.class);
    }

    @Bean
    WebClient self(WebClient.Builder builder) {
        return builder.build();
    }

    @Bean
    Messages messages(ObservationRegistry observations) {
        return new Messages(observations);
    }

    @RestController
    static class Shop {

        private static final Logger log = LoggerFactory.getLogger(Shop.class);

        private final DatabaseClient database;
        private final WebClient self;
        private final Environment environment;

        Shop(DatabaseClient database, WebClient self, Environment environment) {
            this.database = database;
            this.self = self;
            this.environment = environment;
        }

        @GetMapping("/carts/{id}")
        Mono<String> cart(@PathVariable String id) {
            return addLine(id).then(stock(id));
        }

        @GetMapping("/stock/{id}")
        Mono<Long> stockOf(@PathVariable String id) {
            return count(id);
        }

        @GetMapping("/warned")
        Mono<String> warned() {
            return Mono.just("warned").handle((answer, sink) -> {
                log.info("nothing to see");
                log.warn("the shelf is nearly empty");
                log.error("the shelf fell", new IllegalArgumentException("too heavy"));
                sink.next(answer);
            });
        }

        @GetMapping("/broken")
        Mono<String> broken() {
            return Mono.error(new IllegalStateException("out of order"));
        }

        /** Ends when there is the file that SHOP_SLOW_UNTIL names. */
        @GetMapping("/slow")
        Mono<String> slow() {
            Path end = Path.of(environment.getRequiredProperty("SHOP_SLOW_UNTIL"));
            return Mono.delay(Duration.ofMillis(10))
                    .handle((tick, sink) -> {
                        log.warn("slow work", new IllegalStateException("a cause to be logged"));
                        sink.next(tick);
                    })
                    .thenMany(Flux.interval(Duration.ofMillis(50), Schedulers.boundedElastic()))
                    .filter(tick -> Files.exists(end))
                    .next()
                    .thenReturn("done");
        }

        Mono<Long> addLine(String id) {
            return database.sql("INSERT INTO cart_line (id) VALUES (:id)")
                    .bind("id", id)
                    .fetch()
                    .rowsUpdated();
        }

        Mono<Long> count(String id) {
            return database.sql("SELECT COUNT(*) AS total FROM cart_line WHERE id = :id")
                    .bind("id", id)
                    .map(row -> row.get("total", Long.class))
                    .one();
        }

        Mono<String> stock(String id) {
            String port = environment.getRequiredProperty("local.server.port");
            return self.get()
                    .uri("http://127.0.0.1:{port}/stock/{id}?token=s3cret", port, id)
                    .retrieve()
                    .bodyToMono(String.class);
        }
    }
}

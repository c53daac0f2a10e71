package io.tollgate.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.values.Money;
import io.tollgate.values.TooBusy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A service of no business at all, on which the conventions are seen. */
@RestController
class ShelfController {
    /** With a fraction of a second, which no header can say. */
    static final Instant CHANGED = Instant.parse("2026-11-01T12:00:00.250Z");

    record Line(@NotBlank String sku, @Positive int quantity) {}

    record Basket(@NotEmpty List<@Valid Line> lines, @NotNull Money total) {}

    static class ShelfRefused extends RuntimeException {}

    static final class ShelfFull extends ShelfRefused {}

    static final class Overrun extends RuntimeException implements TooBusy {
        @Override
        public Duration retryAfter() {
            return Duration.ofMillis(1500);
        }
    }

    @PostMapping("/v1/baskets")
    Basket echo(@Valid @RequestBody Basket basket) {
        return basket;
    }

    @GetMapping("/v1/me")
    Caller me(Caller caller) {
        caller.requireScope("shelf:read");
        caller.requireUser();
        return caller;
    }

    @GetMapping("/internal/v1/secrets")
    String internal() {
        return "seen";
    }

    @GetMapping("/v1/numbers")
    ResponseEntity<Page<Integer>> numbers(Cursor cursor, ServerWebExchange exchange) {
        int first = cursor.after().map(Integer::parseInt).orElse(0);
        List<Integer> fetched = IntStream.range(first, 45)
                .map(i -> i + 1)
                .limit(cursor.fetch())
                .boxed()
                .toList();
        return Page.of(fetched, cursor, String::valueOf).toResponse(exchange);
    }

    @GetMapping("/v1/squares")
    int square(@RequestParam @Max(10) int of) {
        return of * of;
    }

    record Search(String author, List<String> genre) {}

    @GetMapping("/v1/books")
    @QueryParameters("fields")
    String books(Search search, Cursor cursor, @RequestParam(name = "in", required = false) String language) {
        return "found";
    }

    @GetMapping("/v1/catalog")
    String catalog(@RequestParam Optional<Boolean> full) {
        return full.orElse(false) ? "all" : "some";
    }

    @GetMapping("/v1/shelf")
    ResponseEntity<String> shelf() {
        return ResponseEntity.ok().eTag(ETags.of(3)).lastModified(CHANGED).body("books");
    }

    @PutMapping("/v1/shelf")
    ResponseEntity<String> change(ServerWebExchange exchange) {
        ETags.requireMatch(exchange, 3);
        return ResponseEntity.ok().eTag(ETags.of(4)).body("changed");
    }

    @PatchMapping(
            path = "/v1/shelf",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    String patch(@RequestBody JsonNode body) {
        return "patched";
    }

    @GetMapping("/v1/failures/{kind}")
    Mono<String> fail(@PathVariable String kind) {
        return switch (kind) {
            case "refused" -> Mono.error(new ShelfFull());
            case "elsewhere" ->
                Mono.create(answer -> new Thread(() -> answer.error(new IllegalStateException("no shelf"))).start());
            case "busy" -> Mono.error(new Overrun());
            default -> Mono.error(new IllegalStateException("canary: jdbc:h2:secret"));
        };
    }
}

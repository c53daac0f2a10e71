package io.tollgate.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.http.Idempotency;
import io.tollgate.http.ShelfTest;
import io.tollgate.http.idempotency.CopyController.NoPaper;
import io.tollgate.values.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Equal requests at the same moment where no memory is shared: each process has its own flights, all have one table. */
class TwoProcessesTest extends ShelfTest {
    @Autowired
    Ids ids;

    @Autowired
    DatabaseClient database;

    @Autowired
    Execution execution;

    private enum Way {
        LOOKING_FIRST,
        WORKING_FIRST
    }

    private final AtomicInteger begun = new AtomicInteger();
    private final Sinks.Empty<Void> both = Sinks.empty();
    private Sent sent;

    @BeforeEach
    void aNewKey() {
        sent = new Sent("cli_books", Optional.of("usr_ann"), ids.next("key"), "fingerprint");
    }

    @ParameterizedTest
    @EnumSource
    void both_begin_one_commits_and_the_other_repeats_its_answer(Way way) {
        List<ResponseEntity<byte[]>> answers =
                atTwo(way, copy().then(Mono.fromSupplier(() -> ResponseEntity.ok(Map.of("by", ids.next("run"))))));

        assertThat(begun).as("those who began").hasValue(2);
        assertThat(copies()).isEqualTo(1);
        assertOneIsRepeated(answers);
    }

    @ParameterizedTest
    @EnumSource
    void both_are_refused_and_one_repeats_the_others_refusal(Way way) {
        List<ResponseEntity<byte[]>> answers = atTwo(way, copy().then(Mono.error(new NoPaper())));

        assertThat(begun).hasValue(2);
        assertThat(copies()).isZero();
        assertThat(answers.get(0).getStatusCode().value()).isEqualTo(409);
        assertOneIsRepeated(answers);
    }

    private static void assertOneIsRepeated(List<ResponseEntity<byte[]>> answers) {
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).getBody()).isEqualTo(answers.get(1).getBody());
        assertThat(answers)
                .filteredOn(answer -> answer.getHeaders().containsKey(Idempotency.REPLAYED))
                .hasSize(1);
    }

    private List<ResponseEntity<byte[]>> atTwo(Way way, Mono<ResponseEntity<?>> operation) {
        return Flux.range(0, 2)
                .flatMap(number -> process(way, operation))
                .collectList()
                .block(Duration.ofSeconds(20));
    }

    private Mono<ResponseEntity<byte[]>> process(Way way, Mono<ResponseEntity<?>> operation) {
        MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/v1/copies"));
        Work work = new Work(exchange, () -> operation, body -> Optional.empty());
        return new Flights(Duration.ofSeconds(8), Clock.systemUTC())
                .alone(
                        sent,
                        () -> way == Way.LOOKING_FIRST
                                ? execution.lookingFirst(sent, work)
                                : execution.workingFirst(sent, work))
                .map(told -> told.to(sent));
    }

    /** Ends when the other has written its copy, too. */
    private Mono<Void> copy() {
        return database.sql("INSERT INTO copy (note) VALUES (:note)")
                .bind("note", sent.id())
                .then()
                .then(Mono.fromRunnable(() -> {
                    if (begun.incrementAndGet() == 2) {
                        both.tryEmitEmpty();
                    }
                }))
                .then(both.asMono());
    }

    private long copies() {
        return database.sql("SELECT COUNT(*) FROM copy WHERE note = :note")
                .bind("note", sent.id())
                .map(row -> row.get(0, Long.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}

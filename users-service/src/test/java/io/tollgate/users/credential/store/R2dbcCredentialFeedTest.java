package io.tollgate.users.credential.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.Conflicts;
import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.CredentialChange;
import io.tollgate.users.credential.CredentialKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class R2dbcCredentialFeedTest extends UsersTest {
    @Autowired
    R2dbcCredentialFeed feed;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void what_was_appended_is_read_in_order_and_in_parts() {
        long before = feed.last().block();
        append("cli_one", 0).then(append("cli_two", 0)).block();

        assertThat(feed.after(before, 1).block())
                .containsExactly(new CredentialChange(before + 1, CredentialKind.CLIENT, "cli_one", 7));
        assertThat(feed.after(before + 1, 10).block())
                .containsExactly(new CredentialChange(before + 2, CredentialKind.CLIENT, "cli_two", 7));
        assertThat(feed.after(before + 2, 10).block()).isEmpty();
    }

    @Test
    void a_follower_misses_nothing_however_long_the_appenders_take_to_commit() {
        long before = feed.last().block();
        List<Long> followed = new ArrayList<>();
        Mono<Void> follower = Mono.defer(() -> feed.after(before + followed.size(), 100))
                .doOnNext(changes -> changes.forEach(change -> followed.add(change.position())))
                .delayElement(Duration.ofMillis(5))
                .repeat(() -> followed.size() < 40)
                .then();
        Mono<Void> appenders = Flux.range(0, 40)
                .flatMap(i -> append("cli_" + i, i % 7).retryWhen(Conflicts.rerun()), 8)
                .then();

        Mono.when(follower, appenders).block(Duration.ofSeconds(30));

        assertThat(followed)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(before + 1, before + 40).boxed().toList());
    }

    private Mono<Void> append(String id, long commitDelay) {
        return feed.append(CredentialKind.CLIENT, id, 7)
                .then(Mono.delay(Duration.ofMillis(commitDelay)))
                .then()
                .as(transaction::transactional);
    }
}

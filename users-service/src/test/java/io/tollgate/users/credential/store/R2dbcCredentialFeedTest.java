package io.tollgate.users.credential.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.database.Conflicts;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.UsersTest;
import io.tollgate.users.credential.CredentialChange;
import io.tollgate.users.credential.CredentialKind;
import io.tollgate.users.credential.FeedHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class R2dbcCredentialFeedTest extends UsersTest {
    private static final Instant LONG_AGO = Instant.parse("2001-02-03T00:00:00Z");

    @Autowired
    R2dbcCredentialFeed feed;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void what_was_appended_is_read_in_order_and_in_parts() {
        long before = feed.head().block().last();
        append("cli_one", 0).then(append("cli_two", 0)).block();

        assertThat(feed.after(before, 1).block())
                .containsExactly(new CredentialChange(before + 1, CredentialKind.CLIENT, "cli_one", 7));
        assertThat(feed.after(before + 1, 10).block())
                .containsExactly(new CredentialChange(before + 2, CredentialKind.CLIENT, "cli_two", 7));
        assertThat(feed.after(before + 2, 10).block()).isEmpty();
    }

    @Test
    void changed_plans_take_one_position_and_no_entry() {
        long before = feed.head().block().last();

        feed.plansChanged().block();

        assertThat(feed.head().block()).isEqualTo(new FeedHead(before + 1, before + 1, 0));
        assertThat(feed.after(before, 10).block()).isEmpty();
        append("cli_three", 0).block();
        assertThat(feed.head().block()).isEqualTo(new FeedHead(before + 2, before + 1, 0));
    }

    @Test
    void what_is_too_old_is_forgotten_and_said_to_be() {
        long before = feed.head().block().last();
        Mono<Void> threeOfThemOld = append("cli_old", 0)
                .then(append("cli_older", 0))
                .then(feed.plansChanged())
                .then(append("cli_new", 0))
                .then(age(before + 2));

        FeedHead head = rolledBack(threeOfThemOld.then(feed.forget(LONG_AGO)).then(feed.head()));
        List<CredentialChange> left =
                rolledBack(threeOfThemOld.then(feed.forget(LONG_AGO)).then(Mono.defer(() -> feed.after(0, 10))));

        assertThat(head).isEqualTo(new FeedHead(before + 4, before + 3, before + 2));
        assertThat(left).containsExactly(new CredentialChange(before + 4, CredentialKind.CLIENT, "cli_new", 7));
    }

    @Test
    void what_is_young_enough_stays() {
        FeedHead head = feed.head().block();

        feed.forget(LONG_AGO).block();

        assertThat(feed.head().block()).isEqualTo(head);
        assertThat(feed.after(0, 1).block()).hasSize(1);
    }

    @Test
    void a_follower_misses_nothing_however_long_the_appenders_take_to_commit() {
        long before = feed.head().block().last();
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

    /** As if all up to this position had been long ago; what other tests expect to find is not, once this is rolled back. */
    private Mono<Void> age(long position) {
        return database.sql("UPDATE credential_change SET changed_at = :at WHERE feed_position <= :position")
                .bind("at", UtcDateTime.toColumn(LONG_AGO.minusSeconds(1)))
                .bind("position", position)
                .then();
    }

    private <T> T rolledBack(Mono<T> work) {
        return transaction
                .execute(status -> {
                    status.setRollbackOnly();
                    return work;
                })
                .blockLast();
    }

    private Mono<Void> append(String id, long commitDelay) {
        return feed.append(CredentialKind.CLIENT, id, 7)
                .then(Mono.delay(Duration.ofMillis(commitDelay)))
                .then()
                .as(transaction::transactional);
    }
}

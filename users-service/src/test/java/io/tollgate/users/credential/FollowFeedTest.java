package io.tollgate.users.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Of ten changes, up to the fourth forgotten. */
class FollowFeedTest {
    private final ShortFeed feed = new ShortFeed();
    private final FollowFeed followFeed = new FollowFeed(feed);

    @Test
    void who_has_read_all_that_was_forgotten_is_led_on() {
        assertThat(followFeed.after(4, 1).block().last()).isEqualTo(5);
        assertThat(followFeed.after(10, 1).block().last()).isEqualTo(10);
    }

    @Test
    void who_has_read_less_is_told() {
        StepVerifier.create(followFeed.after(3, 1)).verifyError(FeedPositionGone.class);
    }

    @Test
    void who_has_read_more_than_there_is_followed_another_feed() {
        StepVerifier.create(followFeed.after(11, 1)).verifyError(FeedPositionGone.class);
    }

    @Test
    void what_is_forgotten_while_it_is_read_is_not_passed_over() {
        feed.forgetsWhenRead = true;

        StepVerifier.create(followFeed.after(4, 1)).verifyError(FeedPositionGone.class);
    }

    @Test
    void who_begins_begins_where_the_feed_is() {
        assertThat(followFeed.begin().block()).isEqualTo(new FeedStretch(List.of(), 10, 7));
    }

    private static final class ShortFeed implements CredentialFeed {
        private long forgotten = 4;
        private boolean forgetsWhenRead;

        @Override
        public Mono<List<CredentialChange>> after(long position, int limit) {
            return Mono.fromSupplier(() -> {
                forgotten = forgetsWhenRead ? 6 : forgotten;
                long next = Math.max(position, forgotten) + 1;
                return next > 10 ? List.of() : List.of(new CredentialChange(next, CredentialKind.USER, "usr_ann", 2));
            });
        }

        @Override
        public Mono<FeedHead> head() {
            return Mono.fromSupplier(() -> new FeedHead(10, 7, forgotten));
        }

        @Override
        public Mono<Void> append(CredentialKind kind, String id, long version) {
            throw new AssertionError("nobody who follows does that");
        }

        @Override
        public Mono<Void> plansChanged() {
            throw new AssertionError("nobody who follows does that");
        }

        @Override
        public Mono<Void> forget(Instant before) {
            throw new AssertionError("nobody who follows does that");
        }
    }
}

package io.tollgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class BlockHoundTest {
    @Test
    void what_blocks_a_thread_that_must_not_be_blocked_fails_the_test() {
        Mono.fromRunnable(BlockHoundTest::nap)
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(
                        bite -> assertThat(bite).hasStackTraceContaining("Blocking call! java.lang.Thread.sleep"));
    }

    @Test
    void what_blocks_a_thread_made_for_it_is_nobodys_business() {
        Mono.fromRunnable(BlockHoundTest::nap)
                .subscribeOn(Schedulers.boundedElastic())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void a_log_line_may_be_written_anywhere() {
        Mono.fromRunnable(() -> LoggerFactory.getLogger(BlockHoundTest.class).info("from an event loop"))
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void a_class_may_be_loaded_anywhere() {
        Mono.fromCallable(() -> Class.forName("org.hamcrest.number.BigDecimalCloseTo"))
                .subscribeOn(Schedulers.parallel())
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void a_lock_is_waited_for_anywhere_and_whoever_asks_next_gets_it_too() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        CompletableFuture<Boolean> first = locking(lock);
        while (!lock.hasQueuedThreads()) {
            assertThat(first).isNotCompletedExceptionally();
            Thread.onSpinWait();
        }
        lock.unlock();

        assertThat(first.get()).isTrue();
        assertThat(locking(lock).get()).isTrue();
    }

    private static CompletableFuture<Boolean> locking(ReentrantLock lock) {
        return Mono.fromCallable(() -> {
                    lock.lock();
                    lock.unlock();
                    return true;
                })
                .subscribeOn(Schedulers.parallel())
                .toFuture();
    }

    private static void nap() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

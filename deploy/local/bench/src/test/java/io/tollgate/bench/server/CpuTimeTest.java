package io.tollgate.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void the_compiler_is_taken_off_and_nothing_else() {
        CpuTime before = time(1000, Map.of("compiler", 100L, "reactor-http", 500L));
        CpuTime after = time(4000, Map.of("compiler", 600L, "reactor-http", 2500L));

        assertThat(after.minus(before).withoutCompiler()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void a_thread_that_began_meanwhile_counts_from_its_beginning() {
        CpuTime used = time(300, Map.of("outbox", 200L)).minus(time(100, Map.of()));

        assertThat(used.byThread()).containsEntry("outbox", Duration.ofMillis(200));
    }

    @Test
    void threads_of_one_pool_are_one_group() {
        assertThat(CpuTime.group("reactor-http-ep")).isEqualTo("reactor-http-ep");
        assertThat(CpuTime.group("GC Thread#1")).isEqualTo("GC Thread");
        assertThat(CpuTime.group("parallel-2")).isEqualTo("parallel");
        assertThat(CpuTime.group("C2 CompilerThre")).isEqualTo("compiler");
    }

    private static CpuTime time(long whole, Map<String, Long> threads) {
        return new CpuTime(
                Duration.ofMillis(whole),
                threads.entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, entry -> Duration.ofMillis(entry.getValue()))));
    }
}

package io.tollgate.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.cli.chaos.Plan.PlannedKill;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Plan three = new Plan(Plan.of(3, 0, 1).orders(), List.of(new PlannedKill("orders", 1, 0)));

    @Test
    void orders_wait_for_the_kill_that_is_planned_before_them() {
        Turns turns = new Turns(three);
        assertThat(turns.next()).isPresent();
        assertThat(turns.next()).isPresent();
        CompletableFuture<Boolean> third =
                CompletableFuture.supplyAsync(() -> turns.next().isPresent());
        assertThat(third).isNotDone();

        turns.awaitOrders(1);
        turns.killed();

        assertThat(third.join()).isTrue();
        assertThat(turns.next()).isEmpty();
    }
}

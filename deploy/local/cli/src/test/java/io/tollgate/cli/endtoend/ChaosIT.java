package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.cli.audit.Acknowledged;
import io.tollgate.cli.audit.Audit;
import io.tollgate.cli.audit.Audit.Report;
import io.tollgate.cli.chaos.Chaos;
import io.tollgate.cli.chaos.Crowd;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is killed, the books add up. */
@ExtendWith(RunningPlatform.class)
class ChaosIT {
    private static final long SEED = Long.getLong("chaos.seed", 20261121);
    private static final int ORDERS = Integer.getInteger("chaos.orders", 200);
    private static final int KILLS = Integer.getInteger("chaos.kills", 10);

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void two_hundred_orders_add_up_although_ten_processes_are_killed(Started platform) {
        List<String> said = new ArrayList<>();

        Report report =
                new Chaos(platform.platform(), new Crowd(platform.install()), said::add).run(ORDERS, KILLS, SEED);

        assertThat(report.flaws()).as(String.join("\n", said)).isEmpty();
        assertThat(report.orders()).isGreaterThanOrEqualTo(ORDERS);
        assertThat(report.kept()).hasSize(10);
    }

    @Test
    void the_books_of_a_service_that_is_down_are_read_from_its_file(Started platform) {
        platform.platform().kill("products");
        try {
            Report report = new Audit(platform.platform()).look(Acknowledged.UNKNOWN);

            assertThat(report.kept()).anyMatch(promise -> promise.startsWith("stock: "));
        } finally {
            platform.platform().start("products");
        }
    }
}

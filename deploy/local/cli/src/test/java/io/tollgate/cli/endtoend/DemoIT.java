package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.cli.demo.Demo;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo, as a user runs it. */
@ExtendWith(RunningPlatform.class)
class DemoIT {

    @Test
    void the_demo_plays_through_and_shows_timeline_trace_and_figures(Started platform) {
        List<String> said = new ArrayList<>();

        new Demo(platform.install(), said::add).run();

        assertThat(String.join("\n", said))
                .contains(
                        "is CONFIRMED after",
                        "It is SHIPPED with",
                        "is CANCELED: payment-declined",
                        "process orders.order-placed.v1",
                        "p50");
        assertThat(said.get(said.size() - 1)).contains("Everything is as it should be.");
    }
}

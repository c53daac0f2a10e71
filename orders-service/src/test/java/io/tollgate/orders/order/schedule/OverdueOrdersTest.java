package io.tollgate.orders.order.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tollgate.orders.order.Failing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.test.StepVerifier;

@ExtendWith(OutputCaptureExtension.class)
class OverdueOrdersTest {
    @Test
    void a_row_of_failures_is_counted_and_told_once(CapturedOutput output) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        OverdueOrders overdue = new OverdueOrders(Failing.expireOrders(), meters);

        overdue.expire().then(overdue.expire()).as(StepVerifier::create).verifyComplete();

        assertThat(meters.counter("tollgate.orders.sweep.failures").count()).isEqualTo(2);
        assertThat(output.getOut().split("cannot be ended", -1)).hasSize(2);
    }
}

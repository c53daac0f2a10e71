package io.tollgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@AutoConfigureObservability(metrics = false)
@ExtendWith(OutputCaptureExtension.class)
class TracedProblemsTest extends ShelfTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void a_bug_is_logged_in_the_trace_of_its_request_on_whatever_thread_it_came(CapturedOutput output) {
        asAnn().get()
                .uri("/v1/failures/elsewhere")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.traceId")
                .isEqualTo(TRACE);

        assertThat(output.toString().lines().filter(line -> line.contains("/v1/failures/elsewhere failed")))
                .singleElement()
                .asString()
                .contains(TRACE);
    }
}

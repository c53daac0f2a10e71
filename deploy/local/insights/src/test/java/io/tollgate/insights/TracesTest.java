package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TracesTest {

    @Test
    void beyond_the_bound_the_oldest_traces_go_and_are_counted() {
        Traces traces = new Traces(3);
        for (int i = 0; i < 5; i++) {
            traces.add(Items.spanOf("trace" + i, "a"));
        }

        assertThat(traces.trace("trace1")).isEmpty();
        assertThat(traces.trace("trace4")).hasSize(1);
        assertThat(traces.spanCount()).isEqualTo(3);
        assertThat(traces.droppedTraces()).isEqualTo(2);
    }

    @Test
    void one_trace_larger_than_the_bound_is_not_dropped_while_it_is_written() {
        Traces traces = new Traces(3);
        for (int i = 0; i < 5; i++) {
            traces.add(Items.spanOf("trace", "span" + i));
        }

        assertThat(traces.trace("trace")).hasSize(5);
        assertThat(traces.droppedTraces()).isZero();
    }
}

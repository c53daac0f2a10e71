package io.tollgate.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTreeTest {

    @Test
    void spans_hang_under_their_parents_by_starting_time() {
        TraceTree tree = TraceTree.of(List.of(
                Items.span("c", "a", "orders", "second", 9, 1),
                Items.span("b", "a", "orders", "first", 5, 1),
                Items.span("a", null, "gateway", "POST /v1/orders", 0, 20)));

        assertThat(tree.connected()).isTrue();
        assertThat(tree.roots().get(0).children())
                .extracting(node -> node.span().name())
                .containsExactly("first", "second");
    }

    @Test
    void a_span_whose_parent_is_missing_is_an_orphan_and_still_drawn() {
        Span lost = Items.span("c", "gone", "workers", "process", 9, 1);
        TraceTree tree = TraceTree.of(List.of(Items.span("a", null, "gateway", "POST", 0, 20), lost));

        assertThat(tree.connected()).isFalse();
        assertThat(tree.orphans()).containsExactly(lost);
        assertThat(tree.roots()).hasSize(2);
    }

    @Test
    void an_empty_trace_is_not_connected() {
        assertThat(TraceTree.of(List.of()).connected()).isFalse();
    }
}

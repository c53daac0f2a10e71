package io.tollgate.gateway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusedRequestsTest {
    private final RefusedRequests requests = new RefusedRequests(new RefusalProperties(5, 3));

    @Test
    void one_client_leaves_room_for_others_and_what_is_dropped_is_counted() {
        IntStream.range(0, 10).forEach(i -> requests.add(refused("req_" + i, "cli_flood")));
        requests.add(refused("req_other", "cli_other"));

        assertThat(requests.take(100)).extracting("requestId").containsExactly("req_0", "req_1", "req_2", "req_other");
        assertThat(requests.dropped()).isEqualTo(7);
    }

    @Test
    void in_all_there_are_no_more_than_may_wait() {
        IntStream.range(0, 8).forEach(i -> requests.add(refused("req_" + i, "cli_" + i)));

        assertThat(requests.waiting()).isEqualTo(5);
        assertThat(requests.dropped()).isEqualTo(3);
    }

    @Test
    void what_is_taken_makes_room_again() {
        IntStream.range(0, 5).forEach(i -> requests.add(refused("req_" + i, "cli_flood")));
        requests.take(2);
        requests.add(refused("req_a", "cli_flood"));
        requests.add(refused("req_b", "cli_flood"));
        requests.add(refused("req_c", "cli_flood"));

        assertThat(requests.take(100)).extracting("requestId").containsExactly("req_2", "req_a", "req_b");
        assertThat(requests.waiting()).isZero();
        IntStream.range(0, 3).forEach(i -> requests.add(refused("req_" + i, "cli_flood")));
        assertThat(requests.waiting()).isEqualTo(3);
    }

    private static RefusedRequest refused(String id, String client) {
        return new RefusedRequest(
                id, null, Instant.EPOCH, client, null, null, 403, "missing-scope", "scope", null, null, null);
    }
}

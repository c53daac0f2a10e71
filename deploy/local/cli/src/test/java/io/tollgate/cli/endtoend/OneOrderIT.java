package io.tollgate.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.cli.demo.Parcels;
import io.tollgate.cli.demo.Shopper;
import io.tollgate.cli.endtoend.RunningPlatform.Started;
import io.tollgate.insights.Span;
import io.tollgate.insights.TraceTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order through the real processes. */
@ExtendWith(RunningPlatform.class)
class OneOrderIT {

    private static final Set<String> EVERY_PROCESS =
            Set.of("gateway", "users", "orders", "products", "payments", "workers");
    private static final Set<String> THOSE_WITH_A_DATABASE =
            Set.of("users", "orders", "products", "payments", "workers");

    @Test
    void an_order_is_confirmed_captured_and_taken_from_the_stock(Started platform) {
        Shopper shopper = platform.newShopper();
        int before = platform.warehouse().available(platform.product(0));

        String order = shopper.place("tok_visa", platform.product(0)).at("/id").asText();

        shopper.awaitStatus(order, "CONFIRMED", "SHIPPED");
        shopper.awaitPayment(order, "CAPTURED");
        platform.warehouse().awaitAvailable(platform.product(0), before - 1);
    }

    @Test
    void a_paid_order_is_shipped_as_one_parcel_with_the_tracking_number_the_customer_sees(Started platform) {
        Shopper shopper = platform.newShopper();
        String order = shopper.place("tok_visa", platform.product(0)).at("/id").asText();

        JsonNode shipment = shopper.awaitStatus(order, "SHIPPED").at("/shipment");

        assertThat(new Parcels(platform.install()).of(shipment.at("/id").asText()))
                .extracting(parcel -> parcel.at("/trackingNumber").asText())
                .containsExactly(shipment.at("/trackingNumber").asText());
    }

    @Test
    void a_declined_order_is_canceled_with_its_reason_and_gives_its_stock_back(Started platform) {
        Shopper shopper = platform.newShopper();
        int before = platform.warehouse().available(platform.product(1));

        String order =
                shopper.place("tok_declined", platform.product(1)).at("/id").asText();

        JsonNode ended = shopper.awaitStatus(order, "CANCELED");
        assertThat(ended.at("/reason").asText()).isEqualTo("payment-declined");
        platform.warehouse().awaitAvailable(platform.product(1), before);
    }

    @Test
    void one_connected_trace_leads_from_the_edge_through_every_process_and_its_sql(Started platform) {
        Shopper shopper = platform.newShopper();
        String order = shopper.place("tok_visa", platform.product(2), platform.product(3))
                .at("/id")
                .asText();
        shopper.awaitPayment(order, "CAPTURED");
        String traceId = shopper.timeline(order).at("/0/traceId").asText();

        List<Span> spans = platform.traces().whole(traceId, EVERY_PROCESS);

        TraceTree tree = TraceTree.of(spans);
        assertThat(tree.orphans()).isEmpty();
        assertThat(tree.roots()).hasSize(1);
        assertThat(tree.roots().get(0).span().role()).isEqualTo("gateway");
        assertThat(rolesWithSql(spans)).containsAll(THOSE_WITH_A_DATABASE);
        assertThat(spans).anySatisfy(span -> {
            assertThat(span.role()).isEqualTo("payments");
            assertThat(span.name()).contains("/network/v1/authorizations");
        });
    }

    @Test
    void every_transition_of_the_timeline_names_time_actor_cause_and_trace(Started platform) {
        Shopper shopper = platform.newShopper();
        String order = shopper.place("tok_visa", platform.product(0)).at("/id").asText();
        shopper.awaitStatus(order, "CONFIRMED", "SHIPPED");

        JsonNode timeline = shopper.timeline(order);

        assertThat(timeline).isNotEmpty();
        assertThat(timeline).allSatisfy(entry -> {
            assertThat(entry.at("/at").asText()).isNotEmpty();
            assertThat(entry.at("/actor").asText()).isNotEmpty();
            assertThat(entry.at("/cause").asText()).isNotEmpty();
            assertThat(entry.at("/traceId").asText()).matches("[0-9a-f]{32}");
        });
    }

    private static Set<String> rolesWithSql(List<Span> spans) {
        return spans.stream()
                .filter(span -> "SQL".equalsIgnoreCase(span.type()))
                .map(Span::role)
                .collect(Collectors.toSet());
    }
}

package io.tollgate.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The carrier has one parcel for what was shipped, and none for what was not, but for one that it would not take back. */
final class ShipmentsEnded implements Check {

    @Override
    public String promise() {
        return "the carrier has one parcel of each shipped order, and none of a canceled one that it took back";
    }

    @Override
    public Stream<String> flaws(Evidence evidence) {
        Map<String, Row> shipments = evidence.oneBy("workers", "shipment", "order_id");
        Map<String, List<Row>> parcels = evidence.by("sandbox", "shipment", "reference");
        return evidence.orders().stream().filter(OrderStates::hasEnded).flatMap(order -> {
            Optional<Row> its = Optional.ofNullable(shipments.get(order.text("id")));
            long right = OrderStates.hasLeft(order, its) ? 1 : 0;
            long found = its.map(shipment -> parcels.getOrDefault(shipment.text("shipment_id"), List.of()))
                    .map(ShipmentsEnded::underWay)
                    .orElse(0L);
            return found == right
                    ? Stream.empty()
                    : Stream.of("order " + order.text("id") + " is " + order.text("status") + " with " + found
                            + " parcels under way");
        });
    }

    private static long underWay(List<Row> parcels) {
        return parcels.stream().filter(parcel -> !parcel.yes("canceled")).count();
    }
}

package io.tollgate.workers.thirdparty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One shipment. */
public final class ShipmentFixtures {
    public static final Instant NOON = Instant.parse("2026-05-04T12:00:00.744Z");
    public static final ShipmentId SHIPMENT = new ShipmentId("shp_01kqsdr2w1e5bs8w2q7pjx3z0m");
    public static final OrderId ORDER = new OrderId("ord_01kqsdr2g0efqbx5q5kkj0z75h");
    public static final UserId USER = new UserId("usr_01kpmz88c1ef1tnyr5f7dfw65v");
    public static final Receipt RECEIPT = new Receipt("parcel_1", "Sandbox Parcel", "SP7K2M9QX4T1");
    public static final Parcel PARCEL = new Parcel(
            new Address(
                    "Ada Lindgren",
                    "12 Harbor Street",
                    Optional.of("Second floor"),
                    "Gothenburg",
                    "411 04",
                    Optional.empty(),
                    "SE"),
            List.of(new Parcel.Line("prd_1", "Espresso cup", 2)));

    private ShipmentFixtures() {}

    public static Booking requested() {
        return Booking.requested(SHIPMENT, ORDER, USER);
    }

    public static Booking in(BookingState state, long version) {
        boolean booked =
                state == BookingState.BOOKED || state == BookingState.CANCELING || state == BookingState.CANCEL_REFUSED;
        return new Booking(SHIPMENT, ORDER, USER, version, state, booked ? Optional.of(RECEIPT) : Optional.empty());
    }
}

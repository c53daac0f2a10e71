package io.tollgate.workers.thirdparty.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.workers.thirdparty.Address;
import io.tollgate.workers.thirdparty.Parcel;
import io.tollgate.workers.thirdparty.ShipmentId;
import java.util.List;

/** The body of POST /carrier/v1/shipments; the same for the same shipment, since it is told by its key and its body. */
record BookingRequest(String reference, Recipient recipient, List<Parcel.Line> lines) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(
            String name, String line1, String line2, String city, String postalCode, String region, String country) {
        static Recipient of(Address to) {
            return new Recipient(
                    to.name(),
                    to.line1(),
                    to.line2().orElse(null),
                    to.city(),
                    to.postalCode(),
                    to.region().orElse(null),
                    to.country());
        }
    }

    static BookingRequest of(ShipmentId id, Parcel parcel) {
        return new BookingRequest(id.value(), Recipient.of(parcel.address()), parcel.lines());
    }
}

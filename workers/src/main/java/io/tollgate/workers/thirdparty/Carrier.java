package io.tollgate.workers.thirdparty;

import reactor.core.publisher.Mono;

/** The carrier. Each shipment has one key for its booking and one for its cancellation: asked twice, it does it once. */
public interface Carrier {
    /** Its answer, or {@link CarrierFailure}. */
    Mono<CarrierAnswer> book(ShipmentId id, Parcel parcel);

    /** What became of the booking; {@link CarrierAnswer.NeverSeen} when it knows of none. */
    Mono<CarrierAnswer> ask(ShipmentId id);

    Mono<CarrierAnswer> cancel(ShipmentId id, String parcelId);
}

package io.tollgate.workers.thirdparty;

/** Wakes whoever asks the carrier; an unheard signal costs time, not the shipment. */
public interface BookingSignal {
    void wake(ShipmentId id);
}

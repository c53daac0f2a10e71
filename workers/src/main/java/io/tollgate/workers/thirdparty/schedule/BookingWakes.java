package io.tollgate.workers.thirdparty.schedule;

import io.tollgate.workers.intent.Wakes;
import io.tollgate.workers.thirdparty.BookingSignal;
import io.tollgate.workers.thirdparty.ShipmentId;
import org.springframework.stereotype.Component;

/** From the commit to whoever asks the carrier. */
@Component
class BookingWakes implements BookingSignal {
    private final Wakes<ShipmentId> wakes = new Wakes<>();

    @Override
    public void wake(ShipmentId id) {
        wakes.wake(id);
    }

    Wakes<ShipmentId> all() {
        return wakes;
    }
}

package io.tollgate.workers.thirdparty;

/** Where a shipment stands with the carrier. */
public enum BookingState {
    /** The carrier is, or will be, asked to book. */
    BOOKING(true),
    /** Canceled while it was not known what the carrier did: whatever was booked is canceled. */
    CANCEL_REQUESTED(true),
    BOOKED(false),
    REFUSED(false),
    /** Booked, and the carrier is asked to take it back. */
    CANCELING(true),
    CANCELED(false),
    /** Canceled, and the parcel leaves nevertheless: a human must act. */
    CANCEL_REFUSED(false);

    private final boolean open;

    BookingState(boolean open) {
        this.open = open;
    }

    /** Whether there is something to ask the carrier. */
    public boolean isOpen() {
        return open;
    }
}

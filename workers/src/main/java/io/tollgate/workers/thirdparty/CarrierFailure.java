package io.tollgate.workers.thirdparty;

/** The carrier gave no answer, or none that is clear: what it was asked is in doubt. */
public final class CarrierFailure extends RuntimeException {
    /** @param what never a cause's own words: they may quote an address */
    public CarrierFailure(String what) {
        super(what, null, false, false);
    }
}

package io.tollgate.workers.thirdparty;

/** What the carrier says of one call. A carrier that says nothing is a {@link CarrierFailure}, never an answer. */
public sealed interface CarrierAnswer {
    /** It fetches the parcel. */
    record Booked(Receipt receipt) implements CarrierAnswer {}

    /** It does not fetch the parcel any more. */
    record Canceled() implements CarrierAnswer {}

    /** It will never do what it was asked; the code is the carrier's. */
    record Refused(String code) implements CarrierAnswer {}

    /** Asked for a key, it has never seen it. */
    record NeverSeen() implements CarrierAnswer {}
}

package io.tollgate.payments.payment;

/** What the card network says of one step. A network that says nothing is a {@link NetworkFailure}, never an answer. */
public sealed interface NetworkAnswer {
    /** It is done; {@code authorization} is the network's name for what everything later refers to. */
    record Done(String authorization) implements NetworkAnswer {}

    /** It will be done when the customer has confirmed it. */
    record ActionRequired(String authorization, Action action) implements NetworkAnswer {}

    /** It will never be done; the code is the network's. */
    record Refused(String code) implements NetworkAnswer {}

    /** Asked for a key, the network has never seen it. */
    record NeverSeen() implements NetworkAnswer {}
}

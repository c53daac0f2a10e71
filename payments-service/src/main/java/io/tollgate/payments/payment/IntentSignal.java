package io.tollgate.payments.payment;

/** Wakes whoever takes steps; an unheard signal costs time, not the step. */
public interface IntentSignal {
    void wake(IntentKey key);
}

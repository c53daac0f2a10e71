package io.tollgate.payments.payment.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The code that the customer was given. */
record ConfirmationRequest(@NotNull @Pattern(regexp = "[0-9]{6}", message = "must be six digits") String code) {
    @Override
    public String toString() {
        return "ConfirmationRequest[]";
    }
}

package io.tollgate.users.registration.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The token out of a mail. */
record VerifyEmailRequest(@NotBlank @Size(max = 200) String token) {
    @Override
    public String toString() {
        return "VerifyEmailRequest[not shown]";
    }
}

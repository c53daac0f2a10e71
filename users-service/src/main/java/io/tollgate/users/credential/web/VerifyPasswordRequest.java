package io.tollgate.users.credential.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody signed in with. */
record VerifyPasswordRequest(@NotNull @Size(max = 1000) String email, @NotNull @Size(max = 1000) String password) {
    @Override
    public String toString() {
        return "VerifyPasswordRequest[not shown]";
    }
}

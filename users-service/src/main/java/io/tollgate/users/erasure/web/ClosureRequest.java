package io.tollgate.users.erasure.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody who leaves proves once more. */
record ClosureRequest(@NotNull @Size(max = 1000) String password) {
    @Override
    public String toString() {
        return "ClosureRequest[not shown]";
    }
}

package io.tollgate.users.registration.web;

import io.tollgate.http.Words;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An account to be made. */
record RegisterUserRequest(
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull @Size(min = 10, max = 200) String password,
        @NotNull @Words @Size(max = 200) String name) {
    /** What is kept is what must not be too long. */
    RegisterUserRequest {
        email = io.tollgate.users.credential.Email.lowerCase(email);
    }

    @Override
    public String toString() {
        return "RegisterUserRequest[not shown]";
    }
}

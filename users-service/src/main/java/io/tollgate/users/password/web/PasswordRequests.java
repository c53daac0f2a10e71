package io.tollgate.users.password.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What callers send about passwords; none of it is ever shown. */
final class PasswordRequests {
    private PasswordRequests() {}

    /** Whose password is forgotten. */
    record Forgotten(@NotBlank @Email @Size(max = 254) String email) {
        /** What is kept is what must not be too long. */
        Forgotten {
            email = io.tollgate.users.credential.Email.lowerCase(email);
        }

        @Override
        public String toString() {
            return "Forgotten[not shown]";
        }
    }

    /** Another password, with the token out of a mail. */
    record Reset(@NotBlank @Size(max = 200) String token, @NotNull @Size(min = 10, max = 200) String newPassword) {
        @Override
        public String toString() {
            return "Reset[not shown]";
        }
    }

    /** Another password, with the present one. */
    record Changed(
            @NotNull @Size(max = 1000) String currentPassword, @NotNull @Size(min = 10, max = 200) String newPassword) {
        @Override
        public String toString() {
            return "Changed[not shown]";
        }
    }
}

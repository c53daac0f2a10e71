package io.tollgate.users.credential.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The SHA-256 of a key that somebody sent; the key itself does not come here. */
record VerifyKeyRequest(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in lower-case hexadecimal")
                String hash) {}

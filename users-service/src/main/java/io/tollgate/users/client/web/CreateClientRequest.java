package io.tollgate.users.client.web;

import io.tollgate.users.client.ClientDetails;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** A client to be made. */
record CreateClientRequest(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 40) String plan,
        @NotEmpty @Size(max = 50) Set<@NotBlank @Size(max = 40) String> scopes) {
    ClientDetails toDetails() {
        return ClientDetails.of(name.strip(), plan, scopes);
    }
}

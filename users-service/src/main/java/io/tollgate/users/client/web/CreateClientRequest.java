package io.tollgate.users.client.web;

import io.tollgate.http.Words;
import io.tollgate.users.client.CreateClientCommand;
import io.tollgate.users.client.KeyEnvironment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client to be made; what its first key is for is said here only. */
record CreateClientRequest(
        @NotNull @Words @Size(max = 100) String name,
        @Words @Size(max = 200) String organization,
        @Size(max = 10)
                List<@NotNull @Email @Pattern(regexp = "\\S{3,254}", message = "must be an address") String> contacts,
        @NotBlank @Size(max = 40) String plan,
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 40) String> scopes,
        @Valid NetworksForm networks,
        @Fits(value = FitsValidator.Kind.TIME, message = "must be a time of the years 2000 to 9999") Instant expiresAt,
        @Size(max = 64)
                @Fits(value = FitsValidator.Kind.TIME_ZONE, message = "must be a time zone such as Europe/Berlin")
                String timeZone,
        @Size(max = 40) String ownerId,
        @Pattern(regexp = "live|test", message = "must be live or test") String environment) {
    CreateClientCommand toCommand() {
        ClientForm form = new ClientForm(
                name, organization, contacts, plan, scopes, networks, "active", expiresAt, timeZone, ownerId);
        return new CreateClientCommand(form.toDetails(), environment(environment), Optional.empty());
    }

    static KeyEnvironment environment(String word) {
        return word == null ? KeyEnvironment.LIVE : KeyEnvironment.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "CreateClientRequest[not shown]";
    }
}

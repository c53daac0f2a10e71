package io.tollgate.users.client.web;

import io.tollgate.http.Words;
import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientDetails;
import io.tollgate.users.client.ClientStatus;
import io.tollgate.users.plan.Networks;
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
import java.util.Set;

/** What an administrator can change about a client. */
record ClientForm(
        @NotNull @Words @Size(max = 100) String name,
        @Words @Size(max = 200) String organization,
        @Size(max = 10)
                List<@NotNull @Email @Pattern(regexp = "\\S{3,254}", message = "must be an address") String> contacts,
        @NotBlank @Size(max = 40) String plan,
        @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 40) String> scopes,
        @Valid NetworksForm networks,
        @NotNull @Pattern(regexp = "active|suspended|closed", message = "must be active, suspended or closed")
                String status,
        @Fits(value = FitsValidator.Kind.TIME, message = "must be a time of the years 2000 to 9999") Instant expiresAt,
        @Size(max = 64)
                @Fits(value = FitsValidator.Kind.TIME_ZONE, message = "must be a time zone such as Europe/Berlin")
                String timeZone,
        @Size(max = 40) String ownerId) {
    static ClientForm of(Client client) {
        ClientDetails details = client.details();
        return new ClientForm(
                details.name(),
                details.organization().orElse(null),
                details.contacts(),
                details.plan(),
                details.scopes().stream().sorted().toList(),
                NetworksForm.of(details.networks()),
                client.status().name().toLowerCase(Locale.ROOT),
                details.expiresAt().orElse(null),
                details.timeZone(),
                details.ownerId().orElse(null));
    }

    ClientStatus toStatus() {
        return ClientStatus.valueOf(status.toUpperCase(Locale.ROOT));
    }

    ClientDetails toDetails() {
        return new ClientDetails(
                name.strip(),
                Optional.ofNullable(organization).map(String::strip),
                contacts == null ? List.of() : contacts,
                plan,
                Set.copyOf(scopes),
                networks == null ? Networks.EVERYWHERE : networks.toNetworks(),
                Optional.ofNullable(expiresAt),
                timeZone == null ? "UTC" : timeZone,
                Optional.ofNullable(ownerId));
    }

    @Override
    public String toString() {
        return "ClientForm[not shown]";
    }
}

package io.tollgate.users.client.web;

import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientDetails;
import io.tollgate.users.client.NewClient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A client; with its key in the one answer that makes it. */
record ClientView(
        String id,
        String name,
        Optional<String> organization,
        List<String> contacts,
        String plan,
        List<String> scopes,
        NetworksForm networks,
        String status,
        Optional<Instant> expiresAt,
        String timeZone,
        Optional<String> ownerId,
        Instant createdAt,
        Optional<KeyView> key) {
    static ClientView of(Client client) {
        return view(client, Optional.empty());
    }

    static ClientView of(NewClient made) {
        return view(made.client(), Optional.of(KeyView.of(made.key())));
    }

    private static ClientView view(Client client, Optional<KeyView> key) {
        ClientDetails details = client.details();
        return new ClientView(
                client.id(),
                details.name(),
                details.organization(),
                details.contacts(),
                details.plan(),
                details.scopes().stream().sorted().toList(),
                NetworksForm.of(details.networks()),
                client.status().name().toLowerCase(Locale.ROOT),
                details.expiresAt(),
                details.timeZone(),
                details.ownerId(),
                client.createdAt(),
                key);
    }

    @Override
    public String toString() {
        return "ClientView[" + id + "]";
    }
}

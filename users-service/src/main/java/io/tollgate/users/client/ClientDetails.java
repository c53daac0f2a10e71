package io.tollgate.users.client;

import io.tollgate.users.plan.Networks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators decide about a client.
 *
 * @param contacts e-mail addresses that are told what concerns it
 * @param timeZone where its days begin (IANA)
 * @param ownerId the user who looks after it
 */
public record ClientDetails(
        String name,
        Optional<String> organization,
        List<String> contacts,
        String plan,
        Set<String> scopes,
        Networks networks,
        Optional<Instant> expiresAt,
        String timeZone,
        Optional<String> ownerId) {
    public ClientDetails {
        contacts = List.copyOf(contacts);
        scopes = Set.copyOf(scopes);
    }

    /** With a name, a plan and scopes, and nothing else decided. */
    public static ClientDetails of(String name, String plan, Set<String> scopes) {
        return new ClientDetails(
                name,
                Optional.empty(),
                List.of(),
                plan,
                scopes,
                Networks.EVERYWHERE,
                Optional.empty(),
                "UTC",
                Optional.empty());
    }

    /** Never an address in a log. */
    @Override
    public String toString() {
        return "ClientDetails[" + name + "]";
    }
}

package io.tollgate.users.client;

import java.util.Optional;

/**
 * Which client somebody means.
 *
 * @param ownerId the user it must belong to; none for administrators, who reach all of them
 */
public record ClientRef(String id, Optional<String> ownerId) {
    boolean reaches(Client client) {
        return ownerId.isEmpty() || client.details().ownerId().equals(ownerId);
    }
}

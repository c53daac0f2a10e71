package io.tollgate.users.address;

import java.time.Instant;

/** Where a user wants parcels to go. */
public record Address(String id, String userId, Place place, boolean isDefault, long version, Instant createdAt) {
    public Address at(Place other) {
        return new Address(id, userId, other, isDefault, version + 1, createdAt);
    }

    @Override
    public String toString() {
        return "Address[" + id + "]";
    }
}

package io.tollgate.values;

import java.util.UUID;

/** Where every identifier of the platform comes from: sortable by the time it was made, never seen before. */
public interface Ids {
    /** A UUIDv7, greater than every one this source gave before. */
    UUID uuid();

    /** A public identifier: the prefix of its kind ({@code ord}, {@code usr}, …), an underscore, and a UUIDv7 in base32. */
    default String next(String prefix) {
        return prefix + '_' + Base32.encode(uuid());
    }

    /** Whether a text a caller sent can be an identifier of this kind at all, before a database is asked. */
    static boolean isValid(String prefix, String id) {
        return id != null
                && id.length() == prefix.length() + 1 + Base32.LENGTH
                && id.startsWith(prefix)
                && id.charAt(prefix.length()) == '_'
                && Base32.isEncoded(id.substring(prefix.length() + 1));
    }
}

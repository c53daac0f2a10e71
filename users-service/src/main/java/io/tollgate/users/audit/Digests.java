package io.tollgate.users.audit;

import io.tollgate.users.credential.Email;

/** Tells addresses apart without keeping them: whoever has an address and the secret can say whether a digest is its own. */
public interface Digests {
    String of(Email email);
}

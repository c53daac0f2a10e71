package io.tollgate.http.idempotency;

/**
 * One request's right to do what a key asks for.
 *
 * @param id client, user, operation and key, hashed: says nothing, and compares alike on every database
 * @param token told apart from every other claim on the same key, so that one who lost it cannot complete
 */
record Claim(String id, String token) {}

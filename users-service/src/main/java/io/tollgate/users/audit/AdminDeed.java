package io.tollgate.users.audit;

import java.util.Map;

/**
 * What was done to something that administrators look after.
 *
 * @param subject whose it is: the id of a client or user, or {@code plan:<name>}
 * @param deed what, such as {@code key-revoked}
 * @param before how it was, empty where it was not; never a secret, no address
 * @param after how it is, empty where it is not
 */
public record AdminDeed(String subject, String deed, Map<String, Object> before, Map<String, Object> after) {}

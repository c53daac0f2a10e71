package io.tollgate.users.audit;

/** The latest entry. */
public record AuditHead(long number, String hash) {}

package io.tollgate.users.plan;

/**
 * Something wrong with what somebody declared.
 *
 * @param pointer where, as a JSON Pointer
 * @param code what, for programs
 * @param sentence what, for people: the end of a sentence that begins with the place
 */
public record Flaw(String pointer, String code, String sentence) {}

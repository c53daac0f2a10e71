package io.tollgate.gateway.limit;

import java.util.Map;

/**
 * Whose requests are counted together, and how many there may be.
 *
 * @param name of whoever is counted
 * @param plan the plan that says how many
 * @param rate how many
 */
public record Limited(String name, String plan, Rate rate) {
    private static final String ATTRIBUTE = Limited.class.getName();

    /** Of a request whose caller is known. */
    public static Limited of(Map<String, Object> attributes) {
        return (Limited) attributes.get(ATTRIBUTE);
    }

    public void keep(Map<String, Object> attributes) {
        attributes.put(ATTRIBUTE, this);
    }
}

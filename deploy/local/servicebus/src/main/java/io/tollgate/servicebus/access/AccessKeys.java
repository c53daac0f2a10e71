package io.tollgate.servicebus.access;

import io.tollgate.servicebus.broker.Refused;
import io.tollgate.servicebus.topology.AccessRule;
import io.tollgate.servicebus.topology.AccessRule.Right;
import io.tollgate.servicebus.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The shared access keys of a namespace and of its entities, and what a token signed with one of them allows. */
public final class AccessKeys {

    private final List<AccessKey> keys = new ArrayList<>();

    public AccessKeys(Topology topology, String rootName, String rootKey) {
        keys.add(new AccessKey("", rootName, rootKey, EnumSet.allOf(Right.class)));
        add("", topology.accessRules(), rootKey);
        topology.queues().forEach(queue -> add(queue.name(), queue.accessRules(), rootKey));
        topology.topics().forEach(topic -> add(topic.name(), topic.accessRules(), rootKey));
    }

    private void add(String scope, List<AccessRule> rules, String rootKey) {
        for (AccessRule rule : rules) {
            String key = rule.key() != null ? rule.key() : Signature.of(scope + "/" + rule.name(), rootKey);
            keys.add(new AccessKey(scope, rule.name(), key, rule.rights()));
        }
    }

    /** Every key, the root's first. */
    public List<AccessKey> all() {
        return List.copyOf(keys);
    }

    /** What the token allows, or a refusal that says what is wrong with it. */
    public Claim verify(String token, long now) {
        SasToken sas = SasToken.parse(token);
        if (sas.expiresAt() <= now) {
            throw Refused.unauthorized("The token has expired.");
        }
        for (AccessKey key : keys) {
            if (key.name().equals(sas.keyName()) && key.covers(sas.path()) && matches(sas, key)) {
                return new Claim(sas.path(), key.rights(), sas.expiresAt());
            }
        }
        throw Refused.unauthorized("The token's signature is not that of a known key for '" + sas.path() + "'.");
    }

    /** What the key allows on all it is made for, or a refusal. */
    Claim verify(String name, String key) {
        return keys.stream()
                .filter(known -> known.name().equals(name) && same(known.key(), key))
                .findFirst()
                .map(known -> new Claim(known.scope(), known.rights(), Long.MAX_VALUE))
                .orElseThrow(() -> Refused.unauthorized("No key of that name is such."));
    }

    private static boolean matches(SasToken sas, AccessKey key) {
        return same(Signature.of(sas.signed(), key.key()), sas.signature());
    }

    /** Takes as long for a near miss as for any other. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}

package io.tollgate.users.credential.web;

import io.tollgate.users.credential.KeyCredential;
import io.tollgate.users.credential.Plan;
import java.util.List;

/** Whose key it is, and how much and what its client may ask for. */
record VerifiedKey(String clientId, String name, PlanView plan, List<String> scopes, long credentialVersion) {
    record PlanView(String name, Rate rate) {}

    record Rate(int limit, long windowSeconds, int burst) {}

    static VerifiedKey of(KeyCredential key) {
        Plan plan = key.plan();
        Rate rate = new Rate(plan.limit(), plan.window().toSeconds(), plan.burst());
        return new VerifiedKey(
                key.clientId(),
                key.name(),
                new PlanView(plan.name(), rate),
                key.scopes().stream().sorted().toList(),
                key.version());
    }
}

package io.tollgate.users.plan.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where plans are declared.
 *
 * @param file a YAML file; empty for the plans that come with the service
 */
@ConfigurationProperties("users.plans")
record PlanFileProperties(@DefaultValue("") String file) {
    static final String VARIABLE = "TOLLGATE_PLANS_FILE";
}

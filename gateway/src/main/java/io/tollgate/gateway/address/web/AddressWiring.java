package io.tollgate.gateway.address.web;

import io.tollgate.gateway.address.AddressProperties;
import io.tollgate.gateway.address.AddressRules;
import io.tollgate.gateway.address.Networks;
import io.tollgate.gateway.address.TrustedProxies;
import io.tollgate.values.InvalidVariable;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the lists once; one that cannot be read stops the start. */
@Configuration(proxyBeanMethods = false)
class AddressWiring {
    @Bean
    TrustedProxies trustedProxies(AddressProperties properties) {
        requireReadable("TOLLGATE_TRUSTED_PROXIES", properties.trustedProxies());
        return TrustedProxies.of(properties.trustedProxies())
                .orElseThrow(() -> InvalidVariable.because("TOLLGATE_TRUSTED_PROXIES", "trusts the whole world", null));
    }

    @Bean
    AddressRules gatewayAddressRules(AddressProperties properties) {
        requireReadable("TOLLGATE_ADDRESSES_ALLOW", properties.allow());
        requireReadable("TOLLGATE_ADDRESSES_DENY", properties.deny());
        return AddressRules.of(properties.allow(), properties.deny());
    }

    private static void requireReadable(String variable, List<String> networks) {
        if (!Networks.areReadable(networks)) {
            throw InvalidVariable.because(
                    variable, "is not a list of networks such as 203.0.113.0/24,2001:db8::/32", null);
        }
    }
}

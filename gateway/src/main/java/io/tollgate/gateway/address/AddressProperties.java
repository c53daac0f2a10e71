package io.tollgate.gateway.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where requests come from, and may come from; each a list of networks in CIDR form.
 *
 * @param trustedProxies who is believed about where a request comes from
 * @param allow from where alone requests are heard; none means from everywhere
 * @param deny from where no request is heard, whoever asks
 */
@ConfigurationProperties("tollgate.gateway.addresses")
public record AddressProperties(
        @DefaultValue List<String> trustedProxies, @DefaultValue List<String> allow, @DefaultValue List<String> deny) {}

package io.tollgate.workers.thirdparty.network;

import io.tollgate.values.InvalidVariable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the carrier is, and who we are to it.
 *
 * @param url base address, without {@code /carrier/v1}
 * @param apiKey sent with every call as a bearer token
 */
@ConfigurationProperties("tollgate.carrier")
record CarrierProperties(@DefaultValue("") String url, @DefaultValue("") String apiKey) {
    private static final String URL = "TOLLGATE_CARRIER_URL";

    CarrierProperties {
        if (url.isBlank()) {
            throw InvalidVariable.missing(URL);
        }
        if (apiKey.isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_CARRIER_KEY");
        }
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw InvalidVariable.because(URL, "is not an http or https address", null);
        }
    }

    @Override
    public String toString() {
        return "CarrierProperties[url=" + url + "]";
    }
}

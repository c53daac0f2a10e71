package io.tollgate.payments.payment.network;

import io.tollgate.values.InvalidVariable;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the card network is, and who we are to it.
 *
 * @param url base address, without {@code /network/v1}
 * @param apiKey sent with every call as a bearer token
 * @param timeToConfirm how long a customer may take to confirm what the network wants confirmed
 * @param retryPercent how many retries a hundred calls may cost
 * @param retryReserve how many retries may be saved up for a moment of trouble
 */
@ConfigurationProperties("payments.network")
record CardNetworkProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String apiKey,
        @DefaultValue("90s") Duration timeToConfirm,
        @DefaultValue("20") int retryPercent,
        @DefaultValue("10") int retryReserve) {
    private static final String URL = "TOLLGATE_CARD_NETWORK_URL";

    CardNetworkProperties {
        if (url.isBlank()) {
            throw InvalidVariable.missing(URL);
        }
        if (apiKey.isBlank()) {
            throw InvalidVariable.missing("TOLLGATE_CARD_NETWORK_KEY");
        }
        requireHttp(url);
    }

    private static void requireHttp(String url) {
        try {
            String scheme = new URI(url).getScheme();
            if (!"http".equals(scheme) && !"https".equals(scheme)) {
                throw InvalidVariable.because(URL, "is not an http or https address", null);
            }
        } catch (java.net.URISyntaxException unreadable) {
            throw InvalidVariable.because(URL, "is not an address", unreadable);
        }
    }

    @Override
    public String toString() {
        return "CardNetworkProperties[url=" + url + "]";
    }
}

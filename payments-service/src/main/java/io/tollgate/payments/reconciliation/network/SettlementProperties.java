package io.tollgate.payments.reconciliation.network;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the card network is and who we are to it; what is missing is told where payments are made. */
@ConfigurationProperties("payments.network")
record SettlementProperties(String url, String apiKey) {
    @Override
    public String toString() {
        return "SettlementProperties[url=" + url + "]";
    }
}

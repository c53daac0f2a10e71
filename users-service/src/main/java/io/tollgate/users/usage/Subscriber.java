package io.tollgate.users.usage;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A client, as far as its quotas go.
 *
 * @param name how it is called in mails
 * @param zone where its days begin
 * @param ownerId the user it belongs to
 * @param contacts e-mail addresses of who looks after it
 * @param quotas what its plan allows
 */
public record Subscriber(
        String clientId,
        String name,
        ZoneId zone,
        Optional<String> ownerId,
        List<String> contacts,
        List<QuotaTerms> quotas) {
    public Subscriber {
        contacts = List.copyOf(contacts);
        quotas = List.copyOf(quotas);
    }

    public Optional<QuotaTerms> quota(String quota) {
        return quotas.stream().filter(terms -> terms.name().equals(quota)).findFirst();
    }

    @Override
    public String toString() {
        return "Subscriber[" + clientId + "]";
    }
}

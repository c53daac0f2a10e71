package io.tollgate.users.usage;

import io.tollgate.users.client.Client;
import io.tollgate.users.client.ClientDetails;
import io.tollgate.users.client.Clients;
import io.tollgate.users.plan.Plan;
import io.tollgate.users.plan.Plans;
import io.tollgate.users.plan.Quota;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Clients with the quotas of their plans, as they are now. */
@Service
public class ClientSubscribers implements Subscribers {
    private final Clients clients;
    private final Plans plans;

    public ClientSubscribers(Clients clients, Plans plans) {
        this.clients = clients;
        this.plans = plans;
    }

    @Override
    public Mono<Subscriber> find(String clientId) {
        return clients.find(clientId)
                .flatMap(client -> plans.find(client.details().plan()).map(kept -> subscriber(client, kept.plan())));
    }

    private static Subscriber subscriber(Client client, Plan plan) {
        ClientDetails details = client.details();
        return new Subscriber(
                client.id(),
                details.name(),
                ZoneId.of(details.timeZone()),
                details.ownerId(),
                details.contacts(),
                plan.quotas().stream().map(ClientSubscribers::terms).toList());
    }

    private static QuotaTerms terms(Quota quota) {
        return new QuotaTerms(
                quota.name(),
                QuotaUnit.valueOf(quota.unit().toUpperCase(Locale.ROOT)),
                QuotaPeriod.valueOf(quota.period().toUpperCase(Locale.ROOT)),
                quota.limit());
    }
}

package io.tollgate.users.usage;

import io.tollgate.values.Ids;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says that a quota is reached: to everybody as a fact, and to the client's contacts by mail. */
@Service
public final class TellQuota {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm VV", Locale.ENGLISH);

    private final QuotaEvents events;
    private final Ids ids;

    public TellQuota(QuotaEvents events, Ids ids) {
        this.events = events;
        this.ids = ids;
    }

    Mono<Void> handle(Subscriber subscriber, QuotaReached fact) {
        return events.publish(fact)
                .thenMany(Flux.fromIterable(subscriber.contacts()))
                .concatMap(contact -> events.mail(mail(contact, subscriber, fact)))
                .then();
    }

    private QuotaMail mail(String contact, Subscriber subscriber, QuotaReached fact) {
        return new QuotaMail(
                ids.next("ntf"),
                subscriber.clientId(),
                contact,
                subscriber.name(),
                parameters(subscriber, fact),
                fact.at());
    }

    private static Map<String, String> parameters(Subscriber subscriber, QuotaReached fact) {
        return Map.of(
                "client", subscriber.name(),
                "quota", fact.terms().name(),
                "percent", Integer.toString(fact.percent()),
                "limit", Long.toString(fact.terms().limit()),
                "unit", fact.terms().unit().name().toLowerCase(Locale.ROOT),
                "resetAt", WHEN.format(ZonedDateTime.ofInstant(fact.span().end(), subscriber.zone())));
    }
}

package io.tollgate.users.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tollgate.testing.MutableClock;
import io.tollgate.users.UsersTest;
import io.tollgate.values.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Leases on the real database, of clients that the test knows. */
public class QuotaLeaseTest extends UsersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    private QuotaCounts counts;

    @Autowired
    private QuotaEvents events;

    @Autowired
    private UnitOfWork transaction;

    @Autowired
    private TakeReport take;

    @Autowired
    private Ids ids;

    private final MutableClock clock = MutableClock.atNoon();
    private QuotaTerms terms = new QuotaTerms("monthly", QuotaUnit.CALLS, QuotaPeriod.MONTH, 100);
    private ZoneId zone = BERLIN;
    private String client;
    private GrantLease grant;

    @BeforeEach
    void leases() {
        client = ids.next("cli");
        Subscribers subscribers = id -> id.equals(client) ? Mono.just(subscriber()) : Mono.empty();
        grant = new GrantLease(
                subscribers,
                counts,
                new TellQuota(events, ids),
                transaction,
                new LeaseTimes(
                        clock,
                        new UsageProperties(
                                Duration.ofHours(1), Duration.ofDays(40), Duration.ofDays(2), Duration.ofMinutes(1))));
    }

    @Test
    void a_lease_asked_for_again_is_the_same_and_counts_once() {
        String lease = ids.next("lea");

        GrantedLease first = lease(lease, 10, 1);
        GrantedLease again = lease(lease, 10, 1);

        assertThat(again.lease()).isEqualTo(first.lease());
        assertThat(first.lease().granted()).isEqualTo(10);
        assertThat(again.used()).isEqualTo(10);
        assertThat(first.lease().expiresAt()).isEqualTo("2026-05-04T13:00:00Z");
        assertThat(first.span().end()).isEqualTo("2026-05-31T22:00:00Z");
    }

    @Test
    void whoever_asks_until_nothing_is_left_gets_the_limit_and_not_one_more() {
        long granted = 0;
        for (int i = 0; i < 200; i++) {
            granted += lease(ids.next("lea"), 50, 1).lease().granted();
        }

        assertThat(granted).isEqualTo(100);
    }

    @Test
    void forty_gateways_at_the_same_time_get_the_limit_and_not_one_more() {
        long granted = Flux.range(0, 400)
                .flatMap(i -> grant.handle(wanted(ids.next("lea"), 5, 1)).subscribeOn(Schedulers.parallel()), 40)
                .map(lease -> lease.lease().granted())
                .reduce(0L, Long::sum)
                .block();

        assertThat(granted).isEqualTo(100);
        assertThat(used()).isEqualTo(100);
        assertThat(told()).extracting(fact -> fact.path("percent").asInt()).containsExactly(80, 100);
    }

    @Test
    void what_is_returned_is_there_again_once_however_often_it_is_returned() {
        String lease = ids.next("lea");
        lease(lease, 10, 1);

        report("r1", new ReturnedLease(lease, 3));
        report("r1", new ReturnedLease(lease, 3));
        report("r2", new ReturnedLease(lease, 0));
        report("r3", new ReturnedLease(ids.next("lea"), 0));

        assertThat(used()).isEqualTo(3);
    }

    @Test
    void a_lease_that_nobody_returns_stays_used_until_the_period_ends() {
        lease(ids.next("lea"), 10, 1);
        clock.advance(Duration.ofDays(2));
        assertThat(lease(ids.next("lea"), 1, 1).used()).isEqualTo(11);

        clock.advance(Duration.ofDays(26));
        GrantedLease next = lease(ids.next("lea"), 1, 1);

        assertThat(next.used()).isEqualTo(1);
        assertThat(next.span().start()).isEqualTo("2026-05-31T22:00:00Z");
    }

    @Test
    void a_lease_ends_with_its_period() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-05-31T21:30:00Z")));

        assertThat(lease(ids.next("lea"), 1, 1).lease().expiresAt()).isEqualTo("2026-05-31T22:00:00Z");
    }

    @Test
    void a_day_of_25_hours_is_one_quota_and_the_next_begins_at_its_own_midnight() {
        terms = new QuotaTerms("monthly", QuotaUnit.CALLS, QuotaPeriod.DAY, 100);
        clock.set(Instant.parse("2026-10-24T22:00:00Z"));
        lease(ids.next("lea"), 5, 5);
        clock.advance(Duration.ofHours(25).minusSeconds(1));

        GrantedLease last = lease(ids.next("lea"), 5, 5);
        assertThat(last.used()).isEqualTo(10);
        assertThat(last.span().end()).isEqualTo("2026-10-25T23:00:00Z");
        clock.advance(Duration.ofSeconds(1));
        assertThat(lease(ids.next("lea"), 5, 5).used()).isEqualTo(5);
    }

    @Test
    void a_client_that_moves_to_another_time_zone_goes_on_with_what_it_has_used() {
        lease(ids.next("lea"), 10, 10);
        zone = ZoneId.of("America/Havana");

        GrantedLease moved = lease(ids.next("lea"), 1, 1);

        assertThat(moved.used()).isEqualTo(11);
        assertThat(moved.span().end()).isEqualTo("2026-06-01T04:00:00Z");
    }

    @Test
    void a_quota_of_bytes_is_told_at_80_and_100_percent_of_its_day_and_again_the_next_day() {
        terms = new QuotaTerms("monthly", QuotaUnit.BYTES, QuotaPeriod.DAY, 1_000);
        for (int day = 0; day < 2; day++) {
            lease(ids.next("lea"), 790, 790);
            assertThat(told()).hasSize(2 * day);
            lease(ids.next("lea"), 10, 10);
            lease(ids.next("lea"), 200, 200);
            assertThat(told()).hasSize(2 * day + 2);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(told()).extracting(fact -> fact.path("percent").asInt()).containsExactly(80, 100, 80, 100);
        assertThat(told()).extracting(fact -> fact.path("unit").asText()).containsOnly("bytes");
        assertThat(told().get(2).path("periodEnd").asText()).isEqualTo("2026-05-05T22:00:00Z");
    }

    @Test
    void a_limit_that_is_lowered_below_what_is_used_leaves_nothing_and_one_that_is_raised_goes_on() {
        drain();
        terms = new QuotaTerms("monthly", QuotaUnit.CALLS, QuotaPeriod.MONTH, 50);
        assertThat(lease(ids.next("lea"), 5, 1).lease().granted()).isZero();

        terms = new QuotaTerms("monthly", QuotaUnit.CALLS, QuotaPeriod.MONTH, 103);
        assertThat(lease(ids.next("lea"), 5, 5).lease().granted()).isEqualTo(3);
        assertThat(told()).hasSize(2);
    }

    @Test
    void eighty_and_a_hundred_percent_are_told_once_to_everybody_and_to_the_contacts() {
        drain();
        report("r1");
        lease(ids.next("lea"), 5, 1);

        assertThat(told()).hasSize(2);
        JsonNode last = told().get(1);
        assertThat(last.path("percent").asInt()).isEqualTo(100);
        assertThat(last.path("periodEnd").asText()).isEqualTo("2026-05-31T22:00:00Z");
        assertThat(last.path("version").asLong())
                .isGreaterThan(told().get(0).path("version").asLong());
        List<JsonNode> mail = said("users.send-client-notification.v1");
        assertThat(mail).hasSize(2);
        assertThat(mail.get(0).at("/parameters/percent").asText()).isEqualTo("80");
        assertThat(mail.get(0).at("/parameters/resetAt").asText()).isEqualTo("1 June 2026, 00:00 Europe/Berlin");
        assertThat(mail.get(0).path("to").asText()).isEqualTo("operations@teashop.example.com");
    }

    @Test
    void a_client_or_quota_that_is_not_there_is_not_answered() {
        assertThat(grant.handle(new LeaseWanted("lea_1", "gtw_1", "cli_unknown", "monthly", 1, 1))
                        .block())
                .isNull();
        assertThat(grant.handle(new LeaseWanted("lea_1", "gtw_1", client, "hourly", 1, 1))
                        .block())
                .isNull();
    }

    private void drain() {
        while (lease(ids.next("lea"), 50, 1).lease().granted() > 0) {
            assertThat(used()).isLessThanOrEqualTo(100);
        }
    }

    private GrantedLease lease(String id, long wanted, long needed) {
        return grant.handle(wanted(id, wanted, needed)).block();
    }

    private LeaseWanted wanted(String id, long wanted, long needed) {
        return new LeaseWanted(id, "gtw_1", client, "monthly", wanted, needed);
    }

    private void report(String id, ReturnedLease... leases) {
        take.handle(new UsageReport(
                        client.substring(4) + id, "gtw_1", List.of(leases), List.of(), List.of(), List.of()))
                .block();
    }

    private long used() {
        return counts.standing(client, terms, terms.period().at(clock.instant(), BERLIN))
                .block()
                .used();
    }

    private List<JsonNode> told() {
        return said("users.quota-reached.v1");
    }

    private List<JsonNode> said(String type) {
        return database.sql("SELECT body FROM outbox WHERE type = :type AND subject = :client ORDER BY position")
                .bind("type", type)
                .bind("client", client)
                .map(row -> read(row.get("body", String.class)))
                .all()
                .collectList()
                .block();
    }

    private static JsonNode read(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Subscriber subscriber() {
        return new Subscriber(
                client, "Tea shop", zone, Optional.empty(), List.of("operations@teashop.example.com"), List.of(terms));
    }
}

package io.tollgate.users.usage.web;

import io.tollgate.http.Caller;
import io.tollgate.http.Cursor;
import io.tollgate.http.Page;
import io.tollgate.http.QueryParameters;
import io.tollgate.users.usage.ReadUsage;
import io.tollgate.users.usage.UsageFilter;
import io.tollgate.users.usage.UsageLine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What clients did: all of them for administrators, one's own for its owner; as pages, or as a table. */
@RestController
class UsageController {
    private static final String SCOPE = "clients:read";
    private static final int ROWS = 10_000;

    private final ReadUsage read;
    private final Clock clock;

    UsageController(ReadUsage read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    @GetMapping(
            path = "/admin/v1/usage",
            produces = {"application/json", "text/csv"})
    @QueryParameters({"from", "to", "operation", "status"})
    Mono<ResponseEntity<Object>> all(
            @RequestParam(required = false) String clientId,
            UsageQuery query,
            Cursor cursor,
            Caller caller,
            ServerWebExchange exchange) {
        caller.requireScope(SCOPE);
        caller.requireRole("admin");
        Optional<String> client = Optional.ofNullable(clientId).map(UsageController::anId);
        return answer(query.toFilter(client, today()), cursor, exchange);
    }

    @GetMapping(
            path = "/v1/clients/{clientId}/usage",
            produces = {"application/json", "text/csv"})
    @QueryParameters({"from", "to", "operation", "status"})
    Mono<ResponseEntity<Object>> own(
            @PathVariable String clientId, UsageQuery query, Cursor cursor, Caller caller, ServerWebExchange exchange) {
        caller.requireScope(SCOPE);
        String user = caller.requireUser();
        UsageFilter filter = query.toFilter(Optional.of(clientId), today());
        return read.owned(clientId, user).flatMap(owned -> answer(filter, cursor, exchange));
    }

    @GetMapping(
            path = "/v1/clients/{clientId}/quotas",
            produces = {"application/json", "text/csv"})
    Mono<ResponseEntity<Object>> quotas(@PathVariable String clientId, Caller caller, ServerWebExchange exchange) {
        caller.requireScope(SCOPE);
        String user = caller.requireUser();
        return read.owned(clientId, user)
                .flatMap(read::standings)
                .map(standings -> standings.stream().map(QuotaView::of).toList())
                .map(quotas -> Csv.isWanted(exchange.getRequest().getHeaders())
                        ? table(Csv.of(QuotaView.COLUMNS, quotas.stream().map(QuotaView::cells)))
                        : ok().body(new Quotas(quotas)));
    }

    /** A table has more lines than a page: nobody turns its pages by hand. */
    private Mono<ResponseEntity<Object>> answer(UsageFilter filter, Cursor cursor, ServerWebExchange exchange) {
        boolean table = Csv.isWanted(exchange.getRequest().getHeaders());
        Cursor asked = table ? new Cursor(ROWS, cursor.after()) : cursor;
        return read.list(filter, UsageQuery.position(cursor), asked.fetch()).map(lines -> {
            ResponseEntity<Page<UsageView>> page = page(lines, asked).toResponse(exchange);
            return table ? table(page) : ok().headers(page.getHeaders()).body(page.getBody());
        });
    }

    private static Page<UsageView> page(List<UsageLine> lines, Cursor cursor) {
        return Page.of(lines, cursor, UsageQuery::position).map(UsageView::of);
    }

    private static ResponseEntity<Object> table(ResponseEntity<Page<UsageView>> page) {
        String rows = Csv.of(UsageView.COLUMNS, page.getBody().items().stream().map(UsageView::cells));
        return ok().headers(page.getHeaders()).contentType(Csv.TYPE).body(rows);
    }

    private static ResponseEntity<Object> table(String rows) {
        return ok().contentType(Csv.TYPE).body(rows);
    }

    /** One address, two forms: a cache must not give one for the other. */
    private static ResponseEntity.BodyBuilder ok() {
        return ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private static String anId(String text) {
        if (!text.matches(Words.ID)) {
            throw Cursor.invalid("clientId", Words.NO_ID);
        }
        return text;
    }
}

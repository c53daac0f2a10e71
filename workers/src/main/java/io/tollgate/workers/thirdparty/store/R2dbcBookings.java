package io.tollgate.workers.thirdparty.store;

import io.tollgate.database.AfterCommit;
import io.tollgate.database.UtcDateTime;
import io.tollgate.database.VersionConflict;
import io.tollgate.telemetry.ResumableTraces;
import io.tollgate.workers.thirdparty.Booking;
import io.tollgate.workers.thirdparty.BookingSignal;
import io.tollgate.workers.thirdparty.BookingState;
import io.tollgate.workers.thirdparty.Bookings;
import io.tollgate.workers.thirdparty.ClaimedBooking;
import io.tollgate.workers.thirdparty.Parcel;
import io.tollgate.workers.thirdparty.Receipt;
import io.tollgate.workers.thirdparty.ShipmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shipments in their table. */
@Repository
class R2dbcBookings implements Bookings {
    private final DatabaseClient database;
    private final BookingSignal signal;
    private final ResumableTraces traces;
    private final Clock clock;

    R2dbcBookings(DatabaseClient database, BookingSignal signal, ResumableTraces traces, Clock clock) {
        this.database = database;
        this.signal = signal;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public Mono<Booking> find(ShipmentId id) {
        return bind(BookingSql.FIND, id).map(BookingRow::booking).one();
    }

    @Override
    public Mono<Void> add(Booking booking, Optional<Parcel> parcel) {
        return traces.here().flatMap(trace -> insert(booking, parcel, trace)).then(wake(booking));
    }

    private Mono<Void> insert(Booking booking, Optional<Parcel> parcel, Optional<String> trace) {
        return bind(BookingSql.INSERT, booking)
                .bind("orderId", booking.orderId().value())
                .bind("userId", booking.userId().value())
                .bind("parcel", text(parcel.map(ParcelText::write)))
                .bind("traceparent", text(trace))
                .then()
                .onErrorMap(DuplicateKeyException.class, raced -> conflict(booking));
    }

    @Override
    public Mono<Void> keep(Booking next) {
        GenericExecuteSpec statement = next.state() == BookingState.CANCEL_REQUESTED
                ? bind(BookingSql.CANCEL_REQUESTED, next)
                : bind(BookingSql.ASK_NEXT, next)
                        .bind("parcelId", text(next.receipt().map(Receipt::parcelId)))
                        .bind("carrier", text(next.receipt().map(Receipt::carrier)))
                        .bind("trackingNumber", text(next.receipt().map(Receipt::trackingNumber)));
        return statement
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> conflict(next)))
                .then(wake(next));
    }

    @Override
    public Flux<ShipmentId> due(Instant now, int limit) {
        return database.sql(BookingSql.DUE)
                .bind("limit", limit)
                .bind("now", UtcDateTime.toColumn(now))
                .map(BookingRow::id)
                .all();
    }

    @Override
    public Mono<ClaimedBooking> claim(ShipmentId id, Instant now, Instant until) {
        return bind(BookingSql.CLAIM, id)
                .bind("now", UtcDateTime.toColumn(now))
                .bind("until", UtcDateTime.toColumn(until))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(ours ->
                        bind(BookingSql.FIND, id).map(BookingRow::claimed).one());
    }

    @Override
    public Mono<Void> taking(ShipmentId id, Instant now) {
        return bind(BookingSql.TAKING, id)
                .bind("now", UtcDateTime.toColumn(now))
                .then();
    }

    @Override
    public Mono<Void> postpone(ShipmentId id, Instant due) {
        return bind(BookingSql.POSTPONE, id)
                .bind("due", UtcDateTime.toColumn(due))
                .then();
    }

    @Override
    public Mono<Backlog> backlog() {
        return database.sql(BookingSql.BACKLOG).map(BookingRow::backlog).one();
    }

    private Mono<Void> wake(Booking booking) {
        return booking.state().isOpen()
                ? Mono.defer(() -> AfterCommit.run(() -> signal.wake(booking.id())))
                : Mono.empty();
    }

    private GenericExecuteSpec bind(String sql, Booking booking) {
        return bind(sql, booking.id())
                .bind("version", booking.version())
                .bind("state", booking.state().name())
                .bind("now", UtcDateTime.toColumn(clock.instant()));
    }

    private GenericExecuteSpec bind(String sql, ShipmentId id) {
        return database.sql(sql).bind("id", id.value());
    }

    private static Parameter text(Optional<String> value) {
        return Parameter.fromOrEmpty(value.orElse(null), String.class);
    }

    private static VersionConflict conflict(Booking booking) {
        return new VersionConflict("shipment", booking.id().value(), booking.version() - 1);
    }
}

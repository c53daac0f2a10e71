package io.tollgate.users.address.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import io.tollgate.users.address.Address;
import io.tollgate.users.address.Addresses;
import io.tollgate.users.address.Place;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses on SQL; the user's own row counts them, names the default, and is what changes wait for. */
@Component
class R2dbcAddresses implements Addresses {
    private static final String SELECT =
            """
            SELECT a.id, a.user_id, a.name, a.line1, a.line2, a.city, a.postal_code, a.region, a.country, a.version,
                a.created_at, u.default_address_id
            FROM user_address a JOIN user_account u ON u.id = a.user_id
            WHERE a.user_id = :user
            """;
    private static final String OF = SELECT + "ORDER BY a.id";
    private static final String FIND = SELECT + "AND a.id = :id";
    private static final String INSERT =
            """
            INSERT INTO user_address (id, user_id, name, line1, line2, city, postal_code, region, country, version, created_at)
            VALUES (:id, :user, :name, :line1, :line2, :city, :postalCode, :region, :country, :version, :createdAt)
            """;
    private static final String SAVE =
            """
            UPDATE user_address SET name = :name, line1 = :line1, line2 = :line2, city = :city,
                postal_code = :postalCode, region = :region, country = :country, version = :version
            WHERE id = :id AND user_id = :user
            """;
    private static final String TAKE_PLACE =
            """
            UPDATE user_account SET address_count = address_count + 1
            WHERE id = :user AND address_count < 20 AND status <> 'ERASED'
            """;
    private static final String HOLD = "UPDATE user_account SET address_count = address_count WHERE id = :user";
    // the one that loses the mark is another object than it was
    private static final String UNMARKED =
            """
            UPDATE user_address SET version = version + 1
            WHERE id IN (SELECT default_address_id FROM user_account WHERE id = :user) AND id <> :id
            """;
    private static final String MARK = "UPDATE user_account SET default_address_id = :id WHERE id = :user";
    private static final String UNMARK =
            "UPDATE user_account SET default_address_id = NULL WHERE id = :user AND default_address_id = :id";
    private static final String REMOVE = "DELETE FROM user_address WHERE id = :id AND user_id = :user";
    private static final String ONE_LESS = "UPDATE user_account SET address_count = address_count - 1 WHERE id = :user";
    private static final String REMOVE_ALL = "DELETE FROM user_address WHERE user_id = :user";
    private static final String NONE =
            "UPDATE user_account SET address_count = 0, default_address_id = NULL WHERE id = :user";

    private final DatabaseClient database;

    R2dbcAddresses(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Address> of(String userId) {
        return database.sql(OF).bind("user", userId).map(R2dbcAddresses::read).all();
    }

    @Override
    public Mono<Address> find(String userId, String id) {
        return database.sql(FIND)
                .bind("user", userId)
                .bind("id", id)
                .map(R2dbcAddresses::read)
                .one();
    }

    @Override
    public Mono<Boolean> takePlace(String userId) {
        return run(database.sql(TAKE_PLACE).bind("user", userId)).map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> hold(String userId) {
        return run(database.sql(HOLD).bind("user", userId)).then();
    }

    @Override
    public Mono<Void> add(Address address) {
        return run(bind(INSERT, address).bind("createdAt", UtcDateTime.toColumn(address.createdAt())))
                .then();
    }

    @Override
    public Mono<Void> save(Address address) {
        return run(bind(SAVE, address)).then();
    }

    @Override
    public Mono<Void> makeDefault(Address address) {
        return run(named(UNMARKED, address)).then(run(named(MARK, address))).then();
    }

    @Override
    public Mono<Void> unmark(Address address) {
        return run(named(UNMARK, address)).then();
    }

    @Override
    public Mono<Void> remove(Address address) {
        return unmark(address)
                .then(run(named(REMOVE, address)))
                .then(run(database.sql(ONE_LESS).bind("user", address.userId())))
                .then();
    }

    @Override
    public Mono<Long> removeAll(String userId) {
        return run(database.sql(REMOVE_ALL).bind("user", userId))
                .flatMap(removed -> run(database.sql(NONE).bind("user", userId)).thenReturn(removed));
    }

    private GenericExecuteSpec named(String sql, Address address) {
        return database.sql(sql).bind("user", address.userId()).bind("id", address.id());
    }

    private GenericExecuteSpec bind(String sql, Address address) {
        Place place = address.place();
        return named(sql, address)
                .bind("name", place.name())
                .bind("line1", place.line1())
                .bind("line2", text(place.line2()))
                .bind("city", place.city())
                .bind("postalCode", place.postalCode())
                .bind("region", text(place.region()))
                .bind("country", place.country())
                .bind("version", address.version());
    }

    private static Object text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    private static Mono<Long> run(GenericExecuteSpec statement) {
        return statement.fetch().rowsUpdated();
    }

    private static Address read(Readable row) {
        String id = row.get("id", String.class);
        return new Address(
                id,
                row.get("user_id", String.class),
                place(row),
                id.equals(row.get("default_address_id", String.class)),
                row.get("version", Long.class),
                UtcDateTime.fromColumn(row.get("created_at", LocalDateTime.class)));
    }

    private static Place place(Readable row) {
        return new Place(
                row.get("name", String.class),
                row.get("line1", String.class),
                Optional.ofNullable(row.get("line2", String.class)),
                row.get("city", String.class),
                row.get("postal_code", String.class),
                Optional.ofNullable(row.get("region", String.class)),
                row.get("country", String.class));
    }
}

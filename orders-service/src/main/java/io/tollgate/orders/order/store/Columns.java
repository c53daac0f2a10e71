package io.tollgate.orders.order.store;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.tollgate.database.UtcDateTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Columns that may be null. */
final class Columns {
    private Columns() {}

    static Parameter text(Optional<String> value) {
        return Parameters.in(R2dbcType.NVARCHAR, value.orElse(null));
    }

    static Parameter instant(Optional<Instant> value) {
        return Parameters.in(
                R2dbcType.TIMESTAMP, value.map(UtcDateTime::toColumn).orElse(null));
    }

    static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    static Instant instant(Readable row, String column) {
        return UtcDateTime.fromColumn(row.get(column, LocalDateTime.class));
    }

    static Optional<Instant> maybeInstant(Readable row, String column) {
        return Optional.ofNullable(row.get(column, LocalDateTime.class)).map(UtcDateTime::fromColumn);
    }
}

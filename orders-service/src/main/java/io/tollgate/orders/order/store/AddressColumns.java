package io.tollgate.orders.order.store;

import io.r2dbc.spi.Readable;
import io.tollgate.orders.order.ShippingAddress;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Where an order goes, laid out in columns; all null once its user was erased. */
final class AddressColumns {
    private AddressColumns() {}

    static GenericExecuteSpec bindTo(GenericExecuteSpec statement, Optional<ShippingAddress> address) {
        return statement
                .bind("shipName", Columns.text(address.map(ShippingAddress::name)))
                .bind("shipLine1", Columns.text(address.map(ShippingAddress::line1)))
                .bind("shipLine2", Columns.text(address.flatMap(ShippingAddress::line2)))
                .bind("shipCity", Columns.text(address.map(ShippingAddress::city)))
                .bind("shipPostalCode", Columns.text(address.map(ShippingAddress::postalCode)))
                .bind("shipRegion", Columns.text(address.flatMap(ShippingAddress::region)))
                .bind("shipCountry", Columns.text(address.map(ShippingAddress::country)));
    }

    static Optional<ShippingAddress> read(Readable row) {
        return Columns.text(row, "ship_name")
                .map(name -> new ShippingAddress(
                        name,
                        row.get("ship_line1", String.class),
                        Columns.text(row, "ship_line2"),
                        row.get("ship_city", String.class),
                        row.get("ship_postal_code", String.class),
                        Columns.text(row, "ship_region"),
                        row.get("ship_country", String.class)));
    }
}

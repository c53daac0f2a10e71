package io.tollgate.payments.reconciliation.network;

import io.tollgate.payments.ledger.Booked;
import io.tollgate.payments.ledger.Posting;
import io.tollgate.payments.reconciliation.SettlementFailure;
import io.tollgate.values.Money;
import java.util.Locale;

/** A line of the file: {@code operation_id,authorization,reference,type,amount,currency,time}. */
final class SettlementLine {
    private static final String HEADER = "operation_id,authorization,reference,type,amount,currency,time";
    private static final int COLUMNS = 7;
    private static final int LONGEST = 255;

    private SettlementLine() {}

    static boolean isHeader(String line) {
        return HEADER.equals(line);
    }

    static Booked read(String line) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw unreadable("number of columns");
        }
        try {
            return new Booked(
                    name(columns[0]),
                    Posting.Kind.valueOf(columns[3].toUpperCase(Locale.ROOT)),
                    name(columns[2]),
                    Money.of(Long.parseLong(columns[4]), columns[5]));
        } catch (IllegalArgumentException wrong) {
            throw unreadable("name, kind, amount or currency");
        }
    }

    private static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("name");
        }
        return text;
    }

    static SettlementFailure unreadable(String what) {
        return new SettlementFailure("it is no such file: the " + what + " is wrong", null);
    }
}

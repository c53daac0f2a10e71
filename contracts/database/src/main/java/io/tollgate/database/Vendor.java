package io.tollgate.database;

import java.util.Locale;

/** The two databases that every statement must mean the same on. */
public enum Vendor {
    H2,
    SQLSERVER;

    /** The name of its folder of migrations. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.tollgate.cli.audit;

import java.util.List;

/** What one process lets an auditor read: tables of rows, each with its key as the first column. */
interface Books {

    /** Comes before the key of every row. */
    String BEFORE_ALL = "0";

    /** The whole table, in the order of its keys. */
    List<Row> rows(String table);
}

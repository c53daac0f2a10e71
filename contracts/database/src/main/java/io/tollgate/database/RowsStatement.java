package io.tollgate.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A statement about many rows that are sent with it. It is written for one, {@code … (SELECT CAST(:id AS NVARCHAR(40)) AS id, …)
 * AS told …}, and said for a hundred, ten or one at a time: few texts, which stay planned.
 */
public final class RowsStatement {
    private static final Pattern ROW = Pattern.compile("\\((SELECT .*?)\\)\\s+AS\\s+told\\b", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");
    private static final List<Integer> SIZES = List.of(100, 10, 1);
    // SQL Server's 2,100, with a few for the driver
    private static final int MOST_PARAMETERS = 2_000;

    private final Map<Integer, String> texts = new TreeMap<>();

    private RowsStatement(String sql) {
        Matcher row = ROW.matcher(sql);
        if (!row.find() || PARAMETER.matcher(row.group(1)).results().count() * SIZES.get(0) > MOST_PARAMETERS) {
            throw new IllegalArgumentException("No row that can be said a hundred times, (SELECT …) AS told: " + sql);
        }
        SIZES.forEach(size ->
                texts.put(size, sql.substring(0, row.start(1)) + rows(row.group(1), size) + sql.substring(row.end(1))));
    }

    public static RowsStatement of(String sql) {
        return new RowsStatement(sql);
    }

    /** In the rows' order; how many rows of the database it changed. */
    public <T> Mono<Long> run(DatabaseClient database, List<T> rows, Function<T, Map<String, Object>> values) {
        return Flux.fromIterable(portions(rows))
                .concatMap(portion -> bound(database.sql(texts.get(portion.size())), portion, values)
                        .fetch()
                        .rowsUpdated())
                .reduce(0L, Long::sum);
    }

    /** What is said for so many rows. */
    public String text(int rows) {
        return texts.get(rows);
    }

    private static String rows(String row, int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> PARAMETER.matcher(row).replaceAll(":$1_" + number))
                .collect(Collectors.joining("\nUNION ALL "));
    }

    private static <T> List<List<T>> portions(List<T> rows) {
        List<List<T>> portions = new ArrayList<>();
        int from = 0;
        for (int size : SIZES) {
            for (; rows.size() - from >= size; from += size) {
                portions.add(rows.subList(from, from + size));
            }
        }
        return portions;
    }

    private static <T> GenericExecuteSpec bound(
            GenericExecuteSpec statement, List<T> rows, Function<T, Map<String, Object>> values) {
        GenericExecuteSpec bound = statement;
        for (int number = 0; number < rows.size(); number++) {
            for (Map.Entry<String, Object> value :
                    values.apply(rows.get(number)).entrySet()) {
                bound = bound.bind(value.getKey() + "_" + number, value.getValue());
            }
        }
        return bound;
    }
}

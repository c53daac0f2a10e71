package io.tollgate.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What a service lets an auditor read: the statement of each {@code audit/<table>.sql} on the class path. A statement gives the next
 * rows after the key {@code :after} in the order of its first column, which is that key; {@code '0'} comes before every key.
 */
record AuditTables(Map<String, String> statements) {
    static final String BEFORE_ALL = "0";
    private static final String SCRIPTS = "classpath*:audit/*.sql";

    static AuditTables of(ResourcePatternResolver resources) {
        Map<String, String> statements = new TreeMap<>();
        try {
            for (Resource script : resources.getResources(SCRIPTS)) {
                String name = String.valueOf(script.getFilename()).replace(".sql", "");
                if (statements.put(name, script.getContentAsString(StandardCharsets.UTF_8)) != null) {
                    throw new IllegalStateException("two scripts are called audit/" + name + ".sql");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AuditTables(statements);
    }
}

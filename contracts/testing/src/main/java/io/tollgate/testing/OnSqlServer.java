package io.tollgate.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a class of store tests on a real SQL Server: the one at {@code TOLLGATE_MSSQL_URL}, or else one in Docker. Skipped
 * where there is neither, unless REQUIRE_MSSQL=true.
 *
 * <pre>{@code @DynamicPropertySource static void database(DynamicPropertyRegistry to) { SqlServer.use(to); }}</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SqlServerCondition.class)
public @interface OnSqlServer {}

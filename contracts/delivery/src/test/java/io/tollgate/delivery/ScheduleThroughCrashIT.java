package io.tollgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A process is killed while it holds parked messages; the next one keeps their appointments. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScheduleThroughCrashIT {
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final double JITTER = 0.2;
    private static final Pattern ATTEMPT = Pattern.compile("attempt 2 of (\\S+) at (\\S+)");

    @TempDir
    Path directory;

    private record Appointment(Instant parked, Instant due) {}

    @Test
    void what_was_parked_is_tried_when_it_was_due_and_not_before(TestReporter reporter) throws Exception {
        try (TestBus bus = TestBus.start()) {
            ChildBank bank = new ChildBank(bus, directory);
            String pause = "--tollgate.delivery.parking.first-pause=" + PAUSE.toSeconds() + "s";
            assertThat(bank.run(CrashPoint.WHILE_PARKED, 3, pause))
                    .as(bank.lastWords())
                    .isEqualTo(CrashPoint.KILLED);
            Map<String, Appointment> appointments = appointments(bank);
            assertThat(bank.run(CrashPoint.NOWHERE, 0, pause))
                    .as(bank.lastWords())
                    .isZero();

            Map<String, Instant> attempts = attempts(bank);
            assertThat(appointments).isNotEmpty().allSatisfy((id, appointment) -> {
                assertThat(Duration.between(appointment.parked(), appointment.due()))
                        .isBetween(share(1 - JITTER), share(1 + JITTER));
                assertThat(attempts.get(id)).isAfterOrEqualTo(appointment.due());
            });
            attempts.forEach((id, time) -> tell(reporter, appointments.get(id), time));
        }
    }

    private static Duration share(double factor) {
        return Duration.ofMillis(Math.round(PAUSE.toMillis() * factor));
    }

    // How late depends on the machine: it is told here, and asserted with a moved clock in ParkingTest.
    private static void tell(TestReporter reporter, Appointment appointment, Instant attempt) {
        if (appointment != null) {
            reporter.publishEntry(
                    "late by", Duration.between(appointment.due(), attempt).toString());
        }
    }

    private static Map<String, Appointment> appointments(ChildBank bank) throws SQLException {
        Map<String, Appointment> appointments = new TreeMap<>();
        String url = "jdbc:h2:file:" + bank.database()
                + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT message_id, parked_at, next_attempt_at FROM parked_message WHERE attempts = 1")) {
            while (rows.next()) {
                appointments.put(rows.getString(1), new Appointment(time(rows, 2), time(rows, 3)));
            }
        }
        return appointments;
    }

    private static Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Map<String, Instant> attempts(ChildBank bank) throws IOException {
        Map<String, Instant> attempts = new TreeMap<>();
        Matcher attempt = ATTEMPT.matcher(bank.output());
        while (attempt.find()) {
            attempts.put(attempt.group(1), Instant.parse(attempt.group(2)));
        }
        return attempts;
    }
}

package io.tollgate.users.usage.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** From 2000 to 9000. */
final class OfThisAgeValidator implements ConstraintValidator<OfThisAge, Object> {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 12, 31);

    @Override
    public boolean isValid(Object value, ConstraintValidatorContext context) {
        if (value instanceof Instant moment) {
            return !moment.isBefore(start(FIRST)) && moment.isBefore(start(LAST));
        }
        return !(value instanceof LocalDate day) || !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

package io.tollgate.users.client.web;

import io.tollgate.users.plan.Networks;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.ZoneId;

/** Networks, time zones, and times that every database can keep. */
final class FitsValidator implements ConstraintValidator<Fits, Object> {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    enum Kind {
        NETWORK,
        TIME_ZONE,
        TIME
    }

    private Kind kind;

    @Override
    public void initialize(Fits fits) {
        kind = fits.value();
    }

    @Override
    public boolean isValid(Object value, ConstraintValidatorContext context) {
        return value == null
                || switch (kind) {
                    case NETWORK -> Networks.isNetwork((String) value);
                    case TIME_ZONE -> ZoneId.getAvailableZoneIds().contains((String) value);
                    case TIME -> !((Instant) value).isBefore(FIRST) && !((Instant) value).isAfter(LAST);
                };
    }
}

package io.tollgate.products.product.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;

/** A price ends after it begins, and both lie in times that databases know. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Window.Check.class)
@interface Window {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Each rule names the property that breaks it. */
    final class Check implements ConstraintValidator<Window, PriceRequest> {
        private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
        private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

        @Override
        public boolean isValid(PriceRequest price, ConstraintValidatorContext context) {
            boolean known = isKnown("validFrom", price.validFrom(), context)
                    & isKnown("validUntil", price.validUntil(), context);
            boolean backward = price.validFrom() != null
                    && price.validUntil() != null
                    && !price.validFrom().isBefore(price.validUntil());
            return known && (!backward || broken("validUntil", "must be after validFrom", context));
        }

        private static boolean isKnown(String property, Instant time, ConstraintValidatorContext context) {
            return time == null
                    || !time.isBefore(EARLIEST) && !time.isAfter(LATEST)
                    || broken(property, "must be between the years 2000 and 2999", context);
        }

        private static boolean broken(String property, String rule, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(rule)
                    .addPropertyNode(property)
                    .addConstraintViolation();
            return false;
        }
    }
}

package io.tollgate.products.stock.web;

import io.tollgate.products.stock.web.MovementRequest.By;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What comes is more than nothing; a correction changes something, and somebody said why. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Plausible.Check.class)
@interface Plausible {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Each rule names the property that breaks it. */
    final class Check implements ConstraintValidator<Plausible, MovementRequest> {
        @Override
        public boolean isValid(MovementRequest movement, ConstraintValidatorContext context) {
            context.disableDefaultConstraintViolation();
            return quantity(movement, context) & reason(movement, context);
        }

        private static boolean quantity(MovementRequest movement, ConstraintValidatorContext context) {
            if (movement.quantity() == null || movement.type() == null) {
                return true;
            }
            boolean receipt = movement.type() == By.RECEIPT;
            return receipt && movement.quantity() > 0
                    || !receipt && movement.quantity() != 0
                    || broken("quantity", receipt ? "must be more than zero" : "must not be zero", context);
        }

        private static boolean reason(MovementRequest movement, ConstraintValidatorContext context) {
            return movement.type() != By.CORRECTION
                    || movement.reason() != null
                    || broken("reason", "is required for a correction", context);
        }

        private static boolean broken(String property, String rule, ConstraintValidatorContext context) {
            context.buildConstraintViolationWithTemplate(rule)
                    .addPropertyNode(property)
                    .addConstraintViolation();
            return false;
        }
    }
}

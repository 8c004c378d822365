package org.casebridge.clients.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.casebridge.clients.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** A phone number that can be one; or nothing. */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PhoneNumber.Check.class)
@interface PhoneNumber {

    String message() default "Write a phone number with its area code, like (510) 555-0123; one from abroad begins with +.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks {@link PhoneNumbers}. */
    final class Check implements ConstraintValidator<PhoneNumber, String> {

        @Override
        public boolean isValid(@Nullable String written, ConstraintValidatorContext context) {
            return written == null || written.isBlank() || written.length() <= 60 && PhoneNumbers.read(written).isPresent();
        }
    }
}

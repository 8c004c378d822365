package org.casebridge.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Sentence;
import org.springframework.beans.BeanUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** What validation found, as sentences. A constraint's own message is the English sentence; what could not be read at all is explained by its kind. */
final class Problems {

    private Problems() {}

    static Sentence sentence(FieldError problem, Class<?> form) {
        if (problem.isBindingFailure()) {
            return unreadable(kind(form, problem.getField()));
        }
        if ("Size".equals(problem.getCode()) && problem.getArguments() != null && problem.getArguments().length > 1) {
            return Sentence.of("Keep this to {most} characters or fewer.", problem.getArguments()[1]);
        }
        return plain(problem);
    }

    static Sentence plain(ObjectError problem) {
        return problem.getDefaultMessage() == null ? Sentence.of("This could not be read.") : Sentence.of(problem.getDefaultMessage());
    }

    private static Sentence unreadable(Class<?> kind) {
        if (kind == LocalDate.class) {
            return Sentence.of("Write a date that exists, like {example}.", LocalDate.of(1980, 3, 14).toString());
        }
        if (kind == LocalTime.class) {
            return Sentence.of("Write a time of day, like {example}.", "14:30");
        }
        if (kind == Integer.class || kind == int.class || kind == Long.class || kind == long.class) {
            return Sentence.of("Write a whole number.");
        }
        if (kind == BigDecimal.class || kind == Double.class || kind == double.class) {
            return Sentence.of("Write a number.");
        }
        if (kind.isEnum() || Id.class.isAssignableFrom(kind)) {
            return Sentence.of("Choose one of the answers offered.");
        }
        return Sentence.of("This holds a character that cannot be kept. Remove it and try again.");
    }

    /** The type of the field, the element type for a list; String when it cannot be told. */
    private static Class<?> kind(Class<?> form, String field) {
        var type = form;
        for (var name : field.replaceAll("\\[\\d*]", "").split("\\.")) {
            var holder = type;
            type = Arrays.stream(holder.isRecord() ? holder.getRecordComponents() : new java.lang.reflect.RecordComponent[0])
                    .filter(it -> it.getName().equals(name)).findFirst()
                    .<Class<?>>map(it -> it.getGenericType() instanceof java.lang.reflect.ParameterizedType list
                            && list.getActualTypeArguments()[0] instanceof Class<?> element ? element : it.getType())
                    .orElse(String.class);
        }
        return BeanUtils.isSimpleValueType(type) || Id.class.isAssignableFrom(type) ? type : String.class;
    }
}

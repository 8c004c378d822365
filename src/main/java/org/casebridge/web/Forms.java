package org.casebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.stereotype.Component;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.ServletRequestDataBinder;

/** Opens forms (blank, filled from a record, or from the draft one left) and reads them as they are sent. */
@Component
public class Forms {

    private static final int LONGEST = 20_000;

    private final ConversionService conversions;
    private final SmartValidator validator;
    private final Drafts drafts;
    private final Clock clock;

    Forms(@org.springframework.beans.factory.annotation.Qualifier("mvcConversionService") ConversionService conversions,
          @org.springframework.beans.factory.annotation.Qualifier("mvcValidator") org.springframework.validation.Validator validator, Drafts drafts, Clock clock) {
        this.conversions = conversions;
        this.validator = (SmartValidator) validator;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** The form that will be sent to {@code action}: as its draft left it, or blank. */
    public <T> Form<T> open(Class<T> type, String action) {
        return drafts.find(action).map(it -> new Form<T>(it.said(), null, it.savedAt())).orElseGet(() -> new Form<>(Map.of(), null, null));
    }

    /** The form that will be sent to {@code action}: as its draft left it, or filled with what is known. */
    public <T extends Record> Form<T> open(T known, String action) {
        return drafts.find(action).map(it -> new Form<T>(it.said(), null, it.savedAt())).orElseGet(() -> new Form<>(typed("", known), null, null));
    }

    /** The form that will be sent to {@code action}, whose fields are made at run time: as its draft left it, or with these values by field. */
    public <T> Form<T> open(Class<T> type, Map<String, List<String>> known, String action) {
        return drafts.find(action).map(it -> new Form<T>(it.said(), null, it.savedAt())).orElseGet(() -> new Form<>(known, null, null));
    }

    /** The form that will be sent to {@code action}, about what mostly happens today: as its draft left it, or with today, on the agency's clock, in the field {@code day}. */
    public <T> Form<T> openToday(Class<T> type, String day, String action) {
        return open(type, Map.of(day, List.of(LocalDate.now(clock.withZone(Actor.current().zone())).toString())), action);
    }

    <T> Form<T> read(Class<T> type, HttpServletRequest request) {
        var typed = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, List.of(values)));
        var binder = new ServletRequestDataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversions);
        binder.setValidator(validator);
        binder.setAutoGrowCollectionLimit(500);
        binder.construct(readable(type, request));
        if (binder.getTarget() != null) {
            binder.validate();
        }
        @SuppressWarnings("unchecked") T said = (T) binder.getTarget();
        var form = new Form<T>(typed, said, null);
        binder.getBindingResult().getFieldErrors().forEach(it -> form.refuse(it.getField(), Problems.sentence(it, type)));
        binder.getBindingResult().getGlobalErrors().forEach(it -> form.refuse("", Problems.plain(it)));
        typed.forEach((name, values) -> {
            if (values.stream().anyMatch(it -> it.length() > LONGEST)) {
                form.refuse(name, "This is {length} characters long. Keep it to {most} or fewer.", values.getFirst().length(), LONGEST);
            }
        });
        return form;
    }

    /** Text far beyond any field is not handed to validation at all. A box that is not ticked is not sent by any browser: it is a no. */
    private static HttpServletRequest readable(Class<?> type, HttpServletRequest request) {
        var boxes = type.isRecord() ? Arrays.stream(type.getRecordComponents()).filter(it -> it.getType() == boolean.class).map(RecordComponent::getName).collect(Collectors.toSet()) : Set.<String>of();
        return new HttpServletRequestWrapper(request) {
            @Override
            public String @Nullable [] getParameterValues(String name) {
                var values = super.getParameterValues(name);
                if (values == null) {
                    return boxes.contains(name) ? new String[] {"false"} : null;
                }
                return Arrays.stream(values).map(it -> it.length() > LONGEST ? it.substring(0, LONGEST) : it).toArray(String[]::new);
            }
        };
    }

    /** A record's values as a browser would send them: lists as repeated fields, records within as {@code goals[0].title}. */
    private static Map<String, List<String>> typed(String prefix, Record known) {
        var typed = new HashMap<String, List<String>>();
        for (RecordComponent component : known.getClass().getRecordComponents()) {
            var name = prefix + component.getName();
            var value = value(component, known);
            if (value instanceof Record record && !(value instanceof Id)) {
                typed.putAll(typed(name + ".", record));
            } else if (value instanceof Collection<?> many && many.stream().anyMatch(it -> it instanceof Record && !(it instanceof Id))) {
                int i = 0;
                for (var one : many) {
                    typed.putAll(typed(name + "[" + i++ + "].", (Record) one));
                }
            } else if (value instanceof Collection<?> many) {
                var texts = new ArrayList<String>();
                many.forEach(it -> texts.add(text(it)));
                typed.put(name, texts);
            } else if (value != null) {
                typed.put(name, List.of(text(value)));
            }
        }
        return typed;
    }

    private static @Nullable Object value(RecordComponent component, Record known) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(known);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case Id id -> id.text();
            case Enum<?> choice -> choice.name();
            default -> value.toString();
        };
    }
}

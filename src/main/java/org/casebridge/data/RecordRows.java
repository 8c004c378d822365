package org.casebridge.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.jdbc.core.RowMapper;

/**
 * Rows as records: the column {@code client_id} becomes the component {@code clientId}. Ids, enums and instants are read as what the driver has for them; Spring's own mapper asks the driver
 * for each of those in vain first, and the exceptions that it throws cost more than the query. An {@link Id} alone takes the only column, whatever its name.
 */
final class RecordRows {

    private final ConversionService conversions;
    private final Map<Class<?>, Shape<?>> shapes = new ConcurrentHashMap<>();

    RecordRows(ConversionService conversions) {
        this.conversions = conversions;
    }

    /** For one query: it remembers where that query's columns are. */
    <T> RowMapper<T> of(Class<T> record) {
        @SuppressWarnings("unchecked")
        var shape = (Shape<T>) shapes.computeIfAbsent(record, it -> new Shape<>(it, conversions));
        return new RowMapper<>() {

            private int @Nullable [] columns;

            @Override
            public T mapRow(ResultSet row, int number) throws SQLException {
                if (columns == null) {
                    columns = shape.columns(row);
                }
                return shape.read(row, columns);
            }
        };
    }

    /** Reads one cell; null where the database has none. */
    private interface Cell {

        @Nullable Object read(ResultSet row, int column) throws SQLException;
    }

    private static final class Shape<T> {

        private final Class<T> type;
        private final List<RecordComponent> components;
        private final Cell[] cells;
        private final MethodHandle constructor;

        Shape(Class<T> type, ConversionService conversions) {
            this.type = type;
            components = List.of(type.getRecordComponents());
            cells = components.stream().map(it -> cell(it.getType(), conversions)).toArray(Cell[]::new);
            constructor = constructor(type).asSpreader(Object[].class, cells.length).asType(MethodType.methodType(Object.class, Object[].class));
        }

        int[] columns(ResultSet row) throws SQLException {
            var labels = row.getMetaData();
            if (Id.class.isAssignableFrom(type) && labels.getColumnCount() == 1) {
                return new int[] {1};
            }
            var places = new HashMap<String, Integer>();
            for (int column = labels.getColumnCount(); column > 0; column--) {
                places.put(labels.getColumnLabel(column).replace("_", "").toLowerCase(Locale.ROOT), column);
            }
            return components.stream().mapToInt(it -> {
                var place = places.get(it.getName().toLowerCase(Locale.ROOT));
                if (place == null) {
                    throw new IllegalStateException("The query has no column for %s of %s".formatted(it.getName(), type.getName()));
                }
                return place;
            }).toArray();
        }

        T read(ResultSet row, int[] columns) throws SQLException {
            var values = new Object[cells.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = cells[i].read(row, columns[i]);
                if (values[i] == null && components.get(i).getType().isPrimitive()) {
                    throw new IllegalStateException("%s of %s cannot be null".formatted(components.get(i).getName(), type.getName()));
                }
            }
            return made(constructor, values);
        }

        @SuppressWarnings("unchecked")
        private static <T> T made(MethodHandle constructor, Object[] values) {
            try {
                return (T) constructor.invokeExact(values);
            } catch (RuntimeException | Error refusal) {
                throw refusal;
            } catch (Throwable other) {
                throw new IllegalStateException(other);
            }
        }

        private static MethodHandle constructor(Class<?> record) {
            try {
                var types = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
                var constructor = record.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return MethodHandles.lookup().unreflectConstructor(constructor);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private static Cell cell(Class<?> type, ConversionService conversions) {
            if (Id.class.isAssignableFrom(type) && type.isRecord()) {
                var constructor = constructor(type).asSpreader(Object[].class, 1).asType(MethodType.methodType(Object.class, Object[].class));
                return (row, column) -> {
                    var key = row.getObject(column, UUID.class);
                    return key == null ? null : made(constructor, new Object[] {key});
                };
            }
            if (type.isEnum()) {
                var constants = new HashMap<String, Object>();
                for (var constant : type.getEnumConstants()) {
                    constants.put(((Enum<?>) constant).name(), constant);
                }
                return (row, column) -> {
                    var name = row.getString(column);
                    if (name != null && !constants.containsKey(name)) {
                        throw new IllegalStateException("%s knows no %s".formatted(type.getName(), name));
                    }
                    return name == null ? null : constants.get(name);
                };
            }
            if (type == Instant.class) {
                return (row, column) -> {
                    var time = row.getObject(column, OffsetDateTime.class);
                    return time == null ? null : time.toInstant();
                };
            }
            if (type == String.class) {
                return ResultSet::getString;
            }
            if (type == LocalDate.class || type == LocalTime.class || type == LocalDateTime.class) {
                return (row, column) -> row.getObject(column, type);
            }
            var boxed = MethodType.methodType(type).wrap().returnType();
            return (row, column) -> {
                var value = row.getObject(column);
                return value == null || boxed.isInstance(value) ? value : conversions.convert(value instanceof java.sql.Array array ? array.getArray() : value, type);
            };
        }
    }
}

package org.casebridge.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;

/**
 * Several questions in one way to PostgreSQL and back, in the transaction at hand: pgjdbc sends the statements of one text one after the other without waiting. Half of what a small question
 * costs is the way, so what is always read together is asked together.
 */
@Component
public final class Together {

    private final JdbcTemplate jdbc;
    private final RecordRows records;

    Together(JdbcTemplate jdbc, IdConverter ids) {
        this.jdbc = jdbc;
        var conversions = new DefaultConversionService();
        conversions.addConverter(ids);
        records = new RecordRows(conversions);
    }

    /** Questions that are gathered, then asked once. */
    public Questions questions() {
        return new Questions();
    }

    /** Asks alone what could be asked together with others. */
    public <T> T alone(Function<Questions, Supplier<T>> asking) {
        var questions = questions();
        var answer = asking.apply(questions);
        questions.ask();
        return answer.get();
    }

    /** Each question's answer is there after {@link #ask}, and refuses to be read before. Not for several threads. */
    public final class Questions {

        private final List<Question<?>> all = new ArrayList<>();
        private final Map<Object, Supplier<?>> known = new HashMap<>();

        private Questions() {}

        /** {@code sql} is one statement without a semicolon at its end, its parameters are question marks. */
        public <T> Supplier<List<T>> list(RowMapper<T> rows, String sql, Object... parameters) {
            var question = new Question<>(rows, sql, parameters);
            all.add(question);
            return () -> {
                if (question.answer == null) {
                    throw new IllegalStateException("This was not asked yet: " + sql);
                }
                return question.answer;
            };
        }

        /** Rows as records, as {@code query(SomeRecord.class)} reads them. What was asked in the same words before is not asked again. */
        @SuppressWarnings("unchecked")
        public <T extends Record> Supplier<List<T>> list(Class<T> record, String sql, Object... parameters) {
            return (Supplier<List<T>>) known.computeIfAbsent(List.of(record, sql, Arrays.asList(parameters)), _ -> list(records.of(record), sql, parameters));
        }

        public void ask() {
            if (all.isEmpty()) {
                return;
            }
            var text = all.stream().map(it -> it.sql.strip()).collect(Collectors.joining(";\n"));
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                try (var statement = connection.prepareStatement(text)) {
                    int place = 1;
                    for (var question : all) {
                        for (var parameter : question.parameters) {
                            StatementCreatorUtils.setParameterValue(statement, place++, SqlTypeValue.TYPE_UNKNOWN, parameter);
                        }
                    }
                    statement.execute();
                    for (var question : all) {
                        question.read(statement);
                        statement.getMoreResults();
                    }
                    return null;
                }
            });
        }
    }

    private static final class Question<T> {

        private final RowMapper<T> rows;
        private final String sql;
        private final Object[] parameters;
        private @Nullable List<T> answer;

        Question(RowMapper<T> rows, String sql, Object[] parameters) {
            this.rows = rows;
            this.sql = sql;
            this.parameters = parameters;
        }

        void read(PreparedStatement statement) throws SQLException {
            var read = new ArrayList<T>();
            try (var result = statement.getResultSet()) {
                while (result.next()) {
                    read.add(rows.mapRow(result, read.size()));
                }
            }
            answer = List.copyOf(read);
        }
    }
}

package org.casebridge.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring's {@link JdbcClient}, whose {@code query(SomeRecord.class)} reads rows by {@link RecordRows}. */
final class RecordClient {

    private RecordClient() {}

    static JdbcClient around(JdbcClient client, RecordRows rows) {
        return proxy(JdbcClient.class, (_, method, arguments) -> {
            var answer = answer(() -> method.invoke(client, arguments));
            return answer instanceof JdbcClient.StatementSpec statement ? around(statement, rows) : answer;
        });
    }

    private static JdbcClient.StatementSpec around(JdbcClient.StatementSpec statement, RecordRows rows) {
        return proxy(JdbcClient.StatementSpec.class, (self, method, arguments) -> {
            if (arguments != null && arguments.length == 1 && arguments[0] instanceof Class<?> type && type.isRecord()) {
                return statement.query(rows.of(type));
            }
            var answer = answer(() -> method.invoke(statement, arguments));
            return answer == statement ? self : answer;
        });
    }

    private interface Call {

        Object make() throws ReflectiveOperationException;
    }

    private static Object answer(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

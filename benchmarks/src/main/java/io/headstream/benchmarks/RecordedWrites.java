package io.headstream.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/** The statements and rows that go through a driver, to be sent again by a bare loop. */
final class RecordedWrites {
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, String> nodes = new HashMap<>(); // by element id, as recorded

    private record Statement(String text, Map<String, Object> parameters) {}

    /** A driver that passes everything on and keeps what is run. */
    Driver recording(Driver driver) {
        return wrap(Driver.class, driver);
    }

    private <T> T wrap(Class<T> face, Object real) {
        return face.cast(
                Proxy.newProxyInstance(face.getClassLoader(), new Class<?>[] {face}, (proxy, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (result instanceof Session) {
                        return wrap(Session.class, result);
                    }
                    return result instanceof Transaction ? wrap(Transaction.class, result) : result;
                }));
    }

    @SuppressWarnings("unchecked")
    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("run") && arguments.length == 2 && arguments[1] instanceof Map) {
            statements.add(new Statement((String) arguments[0], (Map<String, Object>) arguments[1]));
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Sends all of it again as another trace, in one transaction, and nothing more. */
    int replay(Driver driver) {
        try (Session session = driver.session();
                Transaction tx = session.beginTransaction()) {
            if (nodes.isEmpty()) {
                readNodes(driver);
            }
            String trace = UUID.randomUUID().toString();
            Map<String, String> elements = new HashMap<>();
            for (Statement statement : statements) {
                Map<String, Object> parameters = as(trace, statement.parameters(), elements);
                List<?> rows = parameters.get("rows") instanceof List<?> list ? list : List.of();
                List<Record> written = tx.run(statement.text(), parameters).list();
                for (int i = 0; i < Math.min(rows.size(), written.size()); i++) {
                    Map<?, ?> row = (Map<?, ?>) rows.get(i);
                    elements.put((String) row.get("node"), written.get(i).get(0).asString());
                }
            }
            tx.commit();
        }
        return statements.size();
    }

    // which node the recorded element ids stand for
    private void readNodes(Driver driver) {
        Object recorded = statements.get(1).parameters().get("trace");
        try (Session session = driver.session()) {
            session.run(
                            "MATCH (n:Activation {trace: $trace}) RETURN elementId(n) AS id, n.node AS node",
                            Map.of("trace", recorded))
                    .forEachRemaining(row ->
                            nodes.put(row.get("id").asString(), row.get("node").asString()));
        }
    }

    // the same for another trace: its id, and relationships between its own nodes
    private Map<String, Object> as(String trace, Map<String, Object> parameters, Map<String, String> elements) {
        Map<String, Object> own = new HashMap<>(parameters);
        own.replace("trace", trace);
        if (own.get("properties") instanceof Map<?, ?> properties) {
            Map<Object, Object> renamed = new HashMap<>(properties);
            renamed.put("id", trace);
            own.put("properties", renamed);
        }
        if (own.get("rows") instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof List<?>) {
            own.put(
                    "rows",
                    rows.stream().map(row -> row((List<?>) row, elements)).toList());
        }
        return own;
    }

    private List<Object> row(List<?> recorded, Map<String, String> elements) {
        List<Object> row = new ArrayList<>(recorded);
        for (int end = 0; end < 2; end++) {
            if (row.get(end) instanceof String element) {
                row.set(end, elements.get(nodes.get(element)));
            }
        }
        return row;
    }
}

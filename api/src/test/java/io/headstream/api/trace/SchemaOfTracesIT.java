package io.headstream.api.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.api.Neo4jServer;
import io.headstream.api.Traced;
import io.headstream.schema.GraphSchema;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;

/** What a trace really leaves in the graph is what the schema declares, and all of it. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
class SchemaOfTracesIT {
    private static final GraphSchema SCHEMA = GraphSchema.load();

    @Inject
    Driver driver;

    @Test
    void nodes_have_the_declared_labels_and_properties() {
        Traced.prompt(Traced.MARY, " Mary");
        changed();
        Traced.index("headstream-sample");
        put("/api/labels/headstream-sample/L4H5", Map.of("label", "copies names", "note", "often"));
        put("/api/views/" + Traced.prompt(Traced.MARY, " Mary") + "/mine", Map.of("address", "count=40"));
        Set<String> declared = new HashSet<>();
        for (GraphSchema.NodeKind node : SCHEMA.nodes()) {
            node.properties().forEach(property -> declared.add(key(node.label(), property)));
        }
        Set<String> found = new HashSet<>();
        for (List<Object> row : rows(
                """
                CALL db.schema.nodeTypeProperties() YIELD nodeLabels, propertyName, propertyTypes
                WHERE NOT any(label IN nodeLabels WHERE label STARTS WITH '__')
                UNWIND propertyTypes AS type
                RETURN [label IN nodeLabels WHERE label <> 'Activation'][0] AS label, propertyName AS key, type""")) {
            String own = row.get(0) + "." + row.get(1) + " " + type(row.get(2));
            String shared = "Activation." + row.get(1) + " " + type(row.get(2));
            assertThat(declared.contains(own) || declared.contains(shared))
                    .as(own)
                    .isTrue();
            found.add(own);
            found.add(shared);
        }
        declared.remove("Trace.distractor STRING"); // this trace has none
        declared.remove("Trace.notes LIST OF STRING"); // and nothing about it needs to be said
        declared.remove("Model.revision STRING"); // its model is a folder
        declared.remove("Model.notes LIST OF STRING"); // and nothing is odd about it
        declared.remove("Model.partial BOOLEAN"); // and it was loaded, not only imported
        declared.remove("Sweep.partial BOOLEAN"); // and no sweep was cancelled
        assertThat(found).containsAll(declared);
    }

    @Test
    void relationships_have_the_declared_ends_and_properties() {
        Traced.prompt(Traced.MARY, " Mary");
        changed();
        Set<String> declared = new HashSet<>();
        for (GraphSchema.RelationshipKind r : SCHEMA.relationships()) {
            for (String start : r.starts()) {
                for (String end : r.ends()) {
                    String place = start + "-" + r.type() + "->" + end;
                    declared.add(place);
                    r.properties().forEach(property -> declared.add(key(place, property)));
                }
            }
        }
        Map<String, List<String>> types = new HashMap<>(); // of a type's property, wherever it starts and ends
        for (List<Object> row : rows(
                """
                CALL db.schema.relTypeProperties() YIELD relType, propertyName, propertyTypes
                WHERE propertyName IS NOT NULL
                RETURN replace(replace(relType, ':`', ''), '`', '') + '.' + propertyName AS property, propertyTypes""")) {
            types.put(
                    String.valueOf(row.get(0)),
                    ((List<?>) row.get(1)).stream().map(SchemaOfTracesIT::type).toList());
        }
        List<List<Object>> rows = rows(
                """
                MATCH (a)-[r]->(b)
                WITH DISTINCT labels(a) AS starts, type(r) AS type, labels(b) AS ends, keys(r) AS keys
                WHERE NOT any(label IN starts + ends WHERE label STARTS WITH '__')
                RETURN [label IN starts WHERE label <> 'Activation'][0] AS start, type,
                  [label IN ends WHERE label <> 'Activation'][0] AS end, keys""");
        assertThat(rows).hasSizeGreaterThan(20);
        for (List<Object> row : rows) {
            String place = row.get(0) + "-" + row.get(1) + "->" + row.get(2);
            assertThat(declared).contains(place);
            for (Object property : (List<?>) row.get(3)) {
                for (String type : types.get(row.get(1) + "." + property)) {
                    assertThat(declared).contains(place + "." + property + " " + type);
                }
            }
        }
    }

    // a circuit with its edges cut in turn, a changed pass, a sweep that puts something in, an answer of several tokens
    // and a generation
    private static void changed() {
        Traced.asked(Map.of("prompt", Traced.MARY, "target", " Mary and John", "distractor", " John or Mary"));
        Traced.asked(Map.of("prompt", Traced.MARY, "generate", Map.of("tokens", 2)));
        Traced.circuit("names");
        Traced.cutEdges("names");
        Traced.asked(Map.of(
                "prompt",
                Traced.MARY,
                "target",
                " Mary",
                "distractor",
                " John",
                "interventions",
                List.of(Map.of("kind", "zero", "at", Map.of("component", "L4H5"))),
                "sweep",
                Map.of("of", "resid_pre", "kind", "patch", "target", true, "from", Map.of("prompt", Traced.MARY))));
    }

    private static void put(String path, Map<String, String> body) {
        given().contentType("application/json").body(body).put(path).then().statusCode(200);
    }

    private static String key(String owner, GraphSchema.Property property) {
        return owner + "." + property.name() + " " + property.type();
    }

    // in the schema's words
    private static String type(Object type) {
        return switch (String.valueOf(type)) {
            case "String" -> "STRING";
            case "Long" -> "INTEGER";
            case "Double" -> "FLOAT";
            case "Boolean" -> "BOOLEAN";
            case "DateTime" -> "ZONED DATETIME";
            case "StringArray" -> "LIST OF STRING";
            case "LongArray" -> "LIST OF INTEGER";
            case "DoubleArray", "FloatArray" -> "LIST OF FLOAT";
            default -> String.valueOf(type);
        };
    }

    // all of the graph takes longer than a user's statement may
    private List<List<Object>> rows(String statement) {
        try (Session session = driver.session()) {
            return session.run(statement)
                    .list(row -> row.values().stream().map(Value::asObject).toList());
        }
    }
}

package io.headstream.cypher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Relationship;

/** All of the worked example once more, as another model's of another width: components, tokens and circuits have the same names in both. */
final class SecondModel {
    static final String SUFFIX = "-wider";
    private static final Set<String> IDS = Set.of("id", "model", "trace", "circuit", "generation", "baseline");

    private SecondModel() {}

    static void write(Driver driver) {
        try (Session session = driver.session()) {
            List<Map<String, Object>> copies = session.run(
                            "MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__') RETURN n")
                    .list(SecondModel::copy);
            List<Map<String, Object>> edges = session.run(
                            "MATCH (a)-[r]->() WHERE none(label IN labels(a) WHERE label STARTS WITH '__') RETURN r")
                    .list(SecondModel::edge);
            session.run("UNWIND $copies AS c CREATE (n:$(c.labels)) SET n = c.properties", Map.of("copies", copies))
                    .consume();
            session.run(
                            """
                            UNWIND $edges AS e
                            MATCH (a {copied: e.from}) MATCH (b {copied: e.to})
                            CREATE (a)-[r:$(e.type)]->(b) SET r = e.properties
                            """,
                            Map.of("edges", edges))
                    .consume();
            session.run("MATCH (n) REMOVE n.copied").consume();
            session.run("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
                    .consume();
        }
    }

    private static Map<String, Object> copy(Record row) {
        Node node = row.get("n").asNode();
        Map<String, Object> properties = new HashMap<>(node.asMap());
        properties.replaceAll((key, value) -> IDS.contains(key) && value instanceof String ? value + SUFFIX : value);
        if (node.hasLabel("Model")) {
            properties.putAll(Map.of("name", "a wider example", "dModel", 8));
        }
        properties.computeIfPresent("modelName", (key, value) -> "a wider example");
        properties.put("copied", node.elementId());
        return Map.of("labels", node.labels(), "properties", properties);
    }

    private static Map<String, Object> edge(Record row) {
        Relationship edge = row.get("r").asRelationship();
        return Map.of(
                "from",
                edge.startNodeElementId(),
                "to",
                edge.endNodeElementId(),
                "type",
                edge.type(),
                "properties",
                edge.asMap());
    }
}

package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Relationship;

/** The graph that the build lays ready against one that a first start makes by migrations, import and the model's weights. */
class ReadyGraphIT {
    private static final Path ARCHIVE = HeadstreamProcess.ROOT.resolve("standalone/target/ready/graph.zip");

    /** The same application, which ./headstream does not start: nobody tells it where the graph lies. */
    private static final Path WITHOUT = HeadstreamProcess.STANDALONE.resolveSibling("./quarkus-run.jar");

    @TempDir
    static Path folder;

    /** All that is in a graph, but what tells one trace from another: its id, and when it was made. */
    private record Graph(
            Map<String, Long> nodes, Map<String, Long> relationships, List<String> indexes, List<String> constraints) {}

    @Test
    void it_is_what_a_first_start_would_make() throws Exception {
        Graph laid = start(HeadstreamProcess.STANDALONE, folder.resolve("laid"));
        Graph made = start(WITHOUT, folder.resolve("made"));
        assertThat(laid.indexes()).hasSizeGreaterThan(20).isEqualTo(made.indexes());
        assertThat(laid.constraints()).hasSizeGreaterThanOrEqualTo(5).isEqualTo(made.constraints());
        assertThat(laid.nodes()).isEqualTo(made.nodes());
        assertThat(laid.relationships()).isEqualTo(made.relationships());
        assertThat(laid.nodes().values().stream().mapToLong(Long::longValue).sum())
                .isGreaterThan(4096 + 36 + 6 * 768);
    }

    @Test
    void nothing_of_an_account_or_of_the_machine_that_built_it_is_in_it() throws Exception {
        List<String> foreign = List.of(
                HeadstreamProcess.ROOT.toString(),
                System.getProperty("user.home") + "/",
                System.getProperty("java.io.tmpdir") + "/",
                "headstream-service",
                "headstream-browser",
                "127.0.0.1",
                "localhost");
        try (ZipFile zip = new ZipFile(ARCHIVE.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.startsWith("databases/neo4j/"))
                    .anyMatch(name -> name.startsWith("transactions/neo4j/"))
                    .noneMatch(name -> name.contains("system") || name.contains("auth") || name.contains("dbms"));
            for (ZipEntry entry : zip.stream().toList()) {
                String bytes = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(foreign).as(entry.getName()).noneMatch(bytes::contains);
            }
        }
    }

    private static Graph start(Path application, Path data) throws Exception {
        int port = HeadstreamProcess.freePort();
        try (HeadstreamProcess server = HeadstreamProcess.start(
                        application,
                        data,
                        HeadstreamProcess.freePort(),
                        Map.of("HEADSTREAM_BOLT_PORT", "" + port),
                        "serve",
                        "--no-open");
                Driver driver = HeadstreamProcess.driver(data, port);
                Session session = driver.session()) {
            awaitWeights(session);
            Node trace = session.run("MATCH (t:Trace) RETURN t").single().get(0).asNode();
            assertThat(trace.get("createdAt").asZonedDateTime())
                    .isBetween(
                            ZonedDateTime.now().minus(Duration.ofMinutes(5)),
                            ZonedDateTime.now().plusSeconds(1));
            assertThat(session.run("MATCH (m:Model) RETURN m.source")
                            .single()
                            .get(0)
                            .asString())
                    .isEqualTo(HeadstreamProcess.ROOT
                            .resolve("models/headstream-sample")
                            .toString());
            assertThat(server.log()).doesNotContain("WARN");
            return graph(session, trace.get("id").asString());
        }
    }

    // they follow a trace that was imported
    private static void awaitWeights(Session session) throws InterruptedException {
        for (int i = 0;
                i < 600
                        && session.run("MATCH (m:Model) WHERE m.partial IS NULL RETURN m")
                                .list()
                                .isEmpty();
                i++) {
            Thread.sleep(200);
        }
    }

    private static Graph graph(Session session, String trace) {
        Map<String, String> ends = session.run("MATCH (n) RETURN n").stream()
                .map(row -> row.get(0).asNode())
                .collect(Collectors.toMap(Node::elementId, node -> node(node, trace)));
        Map<String, Long> relationships =
                counted(session.run("MATCH ()-[r]->() RETURN r").list(row -> {
                    Relationship edge = row.get(0).asRelationship();
                    return ends.get(edge.startNodeElementId()) + " -" + edge.type() + properties(edge, trace) + "-> "
                            + ends.get(edge.endNodeElementId());
                }));
        return new Graph(
                counted(List.copyOf(ends.values())),
                relationships,
                session.run(
                                "SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, options, populationPercent"
                                        + " RETURN * ORDER BY name")
                        .list(row -> row.asMap().toString()),
                session.run("SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN * ORDER BY name")
                        .list(row -> row.asMap().toString()));
    }

    private static Map<String, Long> counted(List<String> all) {
        return all.stream().collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
    }

    private static String node(Node node, String trace) {
        return new TreeSet<>(labels(node)) + properties(node, trace);
    }

    private static List<String> labels(Node node) {
        List<String> labels = new ArrayList<>();
        node.labels().forEach(labels::add);
        return labels;
    }

    // of a migration, when and by whom is no matter
    private static String properties(Entity entity, String trace) {
        Map<String, Object> properties = new TreeMap<>(entity.asMap());
        boolean migrated = entity instanceof Relationship edge && edge.type().equals("MIGRATED_TO");
        List.of("createdAt", "at", "in", "by", "connectedAs").stream()
                .filter(name -> migrated || name.equals("createdAt"))
                .forEach(properties::remove);
        properties.replaceAll((name, value) -> trace.equals(value) ? "TRACE" : value);
        return properties.toString();
    }
}

package io.headstream.standalone.first;

import io.headstream.access.caller.Caller;
import io.headstream.cypher.Schema;
import io.headstream.ingest.document.TraceDocument;
import io.headstream.ingest.graph.DiskSpace;
import io.headstream.ingest.graph.GraphState;
import io.headstream.ingest.graph.ModelWriter;
import io.headstream.ingest.imports.TraceImport;
import io.headstream.ingest.jobs.ShippedTrace;
import io.headstream.tracer.load.LoadedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.Version;

/**
 * Makes the graph that new data folders begin with, as a first start does: migrations, the example's import, the model's weights. It is run by the build
 * (standalone/lay-ready), in a database without accounts, and keeps that database's files without those that say who may log on.
 */
public final class LayReady {
    private static final String[] FOLDERS = {"databases/neo4j", "transactions/neo4j"};

    private LayReady() {}

    /**
     * @param args the model's folder, a folder to work in, which is not there, and the archive to make
     */
    public static void main(String[] args) throws Exception {
        make(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        System.exit(0);
    }

    static void make(Path model, Path home, Path archive) throws Exception {
        System.setProperty("user.name", "headstream"); // which neo4j-migrations keeps in the graph
        TraceDocument example = ShippedTrace.of(model)
                .orElseThrow(() -> new IllegalArgumentException("no example ships beside '" + model + "'"))
                .anew();
        DatabaseManagementService service = start(home);
        Map<String, String> about;
        try (Driver driver = GraphDatabase.driver("bolt://" + address(service))) {
            about = fill(driver, model, example);
        } finally {
            service.shutdown();
        }
        Path files = home.resolve("data");
        Path kept = home.resolve("kept");
        for (String folder : FOLDERS) {
            Path place = kept.resolve(folder);
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.move(files.resolve(folder), place);
        }
        new GraphArchive(archive).write(about, kept);
    }

    // the transaction log is kept from its beginning, so that a lost checkpoint can be made again
    private static DatabaseManagementService start(Path home) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
                .build();
    }

    private static String address(DatabaseManagementService service) {
        GraphDatabaseAPI graph = (GraphDatabaseAPI) service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        return graph.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .toString();
    }

    private static Map<String, String> fill(Driver driver, Path folder, TraceDocument example)
            throws InterruptedException {
        Schema.migrate(driver);
        GraphState graph = new GraphState(driver, Optional.empty(), true);
        new TraceImport(driver, graph, new DiskSpace(Optional.empty(), 0)).write(example, false, Caller.THIS_SERVER);
        try (LoadedModel model = LoadedModel.load(folder)) {
            if (!model.fingerprint().id().equals(example.modelId())) {
                throw new IllegalArgumentException("the example is of another model than '" + folder + "'");
            }
            new ModelWriter(driver).write(anywhere(model));
            return Map.of(
                    ReadyGraph.NEO4J, Version.getNeo4jVersion(),
                    ReadyGraph.SCHEMA, Schema.newest(),
                    ReadyGraph.MODEL, model.fingerprint().id(),
                    ReadyGraph.MODEL_NAME, model.name(),
                    ReadyGraph.PROMPT, String.valueOf(example.trace().get("prompt")));
        }
    }

    // of where it was built the graph says nothing
    private static LoadedModel anywhere(LoadedModel model) {
        return new LoadedModel(
                model.vocabulary(),
                ReadyGraph.NOWHERE.resolve(model.name()),
                model.fingerprint(),
                model.transformer(),
                model.neuronNorms());
    }
}

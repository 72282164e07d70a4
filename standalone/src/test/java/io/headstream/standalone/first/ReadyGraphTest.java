package io.headstream.standalone.first;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.cypher.Schema;
import io.headstream.standalone.first.ReadyGraph.Wanted;
import io.headstream.tracer.checkpoint.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.kernel.internal.Version;

/** When a new data folder begins with the graph that was laid ready, and when it begins empty. The graph here is some bytes; ReadyGraphIT has a real one. */
class ReadyGraphTest {
    private static final Path MODELS = Path.of(System.getProperty("headstream.root"), "models");
    private static final String NAME = "headstream-sample";
    private static final String PROMPT = "When Mary and John";
    private static final Wanted AS_SHIPPED = new Wanted(MODELS, Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private Path home;
    private Path archive;

    @BeforeEach
    void archive() throws IOException {
        home = folder.resolve("data/neo4j");
        archive = archive(Map.of());
    }

    @Test
    void a_new_folder_begins_with_it_for_its_owner_alone() throws IOException {
        lay(AS_SHIPPED);
        Path node = home.resolve("data/databases/neo4j/neostore.nodestore.db");
        assertThat(node).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(home.resolve("data/transactions/neo4j/log.0")).hasBinaryContent(new byte[20_000]);
        assertThat(node.resolveSibling("database_lock")).doesNotExist();
        assertThat(rights(node)).isEqualTo("rw-------");
        assertThat(rights(home.resolve("data"))).isEqualTo("rwx------");
        assertThat(rights(home.resolve("data/transactions/neo4j"))).isEqualTo("rwx------");
        assertThat(children(home)).containsExactly("data");
    }

    @Test
    void so_it_does_where_the_settings_say_what_ships() throws IOException {
        lay(new Wanted(MODELS, Optional.of(NAME), Optional.of(PROMPT)));
        assertThat(home.resolve("data")).exists();
    }

    @Test
    void a_folder_that_has_a_database_stays_as_it_is() throws IOException {
        Files.createDirectories(home.resolve("data/databases"));
        lay(AS_SHIPPED);
        assertThat(children(home.resolve("data"))).containsExactly("databases");
        assertThat(children(home.resolve("data/databases"))).isEmpty();
    }

    @Test
    void another_prompt_none_or_another_model_begins_empty() throws IOException {
        lay(new Wanted(MODELS, Optional.empty(), Optional.of("The capital of Japan")));
        lay(new Wanted(MODELS, Optional.empty(), Optional.of("")));
        lay(new Wanted(MODELS, Optional.of("another"), Optional.empty()));
        lay(new Wanted(folder, Optional.empty(), Optional.empty()));
        assertThat(home).doesNotExist();
    }

    @Test
    void another_version_of_neo4j_of_the_schema_or_of_the_model_begins_empty() throws IOException {
        for (String what : List.of(ReadyGraph.NEO4J, ReadyGraph.SCHEMA, ReadyGraph.MODEL)) {
            archive = archive(Map.of(what, "0"));
            lay(AS_SHIPPED);
            assertThat(home).as(what).doesNotExist();
        }
    }

    @Test
    void a_damaged_one_begins_empty() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        for (int length : new int[] {0, 1, 40, whole.length / 4, whole.length / 2}) {
            Files.write(archive, Arrays.copyOf(whole, length));
            lay(AS_SHIPPED);
            assertThat(home).as("cut after %d bytes", length).doesNotExist();
        }
        for (int at : new int[] {0, 35, 60, whole.length / 3, whole.length / 2}) {
            byte[] garbled = whole.clone();
            garbled[at] ^= 0x55;
            Files.write(archive, garbled);
            lay(AS_SHIPPED);
            if (Files.exists(home)) { // what was garbled says nothing, such as a time
                assertThat(home.resolve("data/transactions/neo4j/log.0")).hasBinaryContent(new byte[20_000]);
                remove(home);
            }
        }
    }

    @Test
    void what_a_start_that_was_cut_off_has_left_goes() throws IOException {
        Files.createDirectories(home.resolve(".laying-1/databases/neo4j"));
        Files.writeString(home.resolve(".laying-1/databases/neo4j/neostore"), "half");
        lay(AS_SHIPPED);
        assertThat(children(home)).containsExactly("data");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_and_nothing_is_left() throws IOException {
        Files.createDirectories(home.getParent());
        Files.writeString(home, "a file");
        assertThatThrownBy(() -> lay(AS_SHIPPED)).isInstanceOf(IOException.class);
        assertThat(children(home.getParent())).containsExactly("neo4j");
    }

    private void lay(Wanted wanted) throws IOException {
        new ReadyGraph(archive).lay(home, wanted);
    }

    private Path archive(Map<String, String> changes) throws IOException {
        Path files = Files.createTempDirectory(folder, "graph");
        Files.createDirectories(files.resolve("databases/neo4j"));
        Files.write(files.resolve("databases/neo4j/neostore.nodestore.db"), new byte[] {1, 2, 3});
        Files.createFile(files.resolve("databases/neo4j/database_lock"));
        Files.createDirectories(files.resolve("transactions/neo4j"));
        Files.write(files.resolve("transactions/neo4j/log.0"), new byte[20_000]);
        Map<String, String> about = new HashMap<>(Map.of(
                ReadyGraph.NEO4J, Version.getNeo4jVersion(),
                ReadyGraph.SCHEMA, Schema.newest(),
                ReadyGraph.MODEL, Fingerprint.of(MODELS.resolve(NAME)).id(),
                ReadyGraph.MODEL_NAME, NAME,
                ReadyGraph.PROMPT, PROMPT));
        about.putAll(changes);
        Path file = folder.resolve("graph.zip");
        new GraphArchive(file).write(about, files);
        return file;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> children(Path path) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void remove(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
    }
}

package io.headstream.ingest.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headstream.ingest.HubServerResource;
import io.headstream.ingest.Neo4jServer;
import io.headstream.tracer.family.ModelLoader;
import io.headstream.tracer.load.LoadedModel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server, since a process has the engine once, and the server's tests have it. */
@QuarkusTest
@QuarkusTestResource(Neo4jServer.class)
@QuarkusTestResource(HubServerResource.class)
class ModelMemoryIT {
    private static final Path SAMPLE = Path.of("../models/headstream-sample");

    private final ModelMemory memory = new ModelMemory(1, ModelLoader.Precision.F32);

    @TempDir
    Path temporary;

    private Path first;
    private Path second;

    @BeforeEach
    void two_models() throws IOException {
        first = copy("first");
        second = copy("second");
    }

    @AfterEach
    void none_is_left() {
        memory.clear();
    }

    @Test
    void the_vocabulary_of_a_loaded_model_is_not_read_again() {
        assertThat(memory.read(first)).isEmpty();
        LoadedModel model = memory.load(first);
        try (ModelReading reading = memory.read(first).orElseThrow()) {
            assertThat(reading.vocabulary()).isSameAs(model.vocabulary());
            assertThat(reading.architecture()).isEqualTo(model.architecture());
        }
        assertThat(model.vocabulary().encode("Once upon a time")).isNotEmpty();
    }

    @Test
    void who_reads_it_may_go_on_while_the_model_makes_room() {
        LoadedModel model = memory.load(first);
        int[] tokens = model.vocabulary().encode("Once upon a time");
        try (ModelReading reading = memory.read(first).orElseThrow()) {
            memory.load(second);
            assertThat(memory.models()).containsOnlyKeys(second);
            assertThat(memory.read(first)).isEmpty();
            assertThat(reading.vocabulary().encode("Once upon a time")).isEqualTo(tokens);
        }
        assertThatThrownBy(() -> model.vocabulary().encode("Once upon a time")).hasMessageContaining("closed");
    }

    @Test
    void a_tokenizer_that_was_put_there_since_is_seen() throws IOException {
        memory.load(first);
        Files.setLastModifiedTime(first.resolve("tokenizer.json"), FileTime.fromMillis(1_000));
        assertThat(memory.read(first)).isEmpty();
    }

    private Path copy(String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }
}

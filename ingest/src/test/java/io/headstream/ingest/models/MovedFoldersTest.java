package io.headstream.ingest.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the graph knows of models whose folders were moved. */
class MovedFoldersTest {
    // printf '{}' | sha256sum
    private static final String EMPTY_CONFIG =
            "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a  config.json";

    // for f in config.json model.safetensors; do printf '%s %s\n' $f $(sha256sum $f | cut -d' ' -f1); done | sha256sum
    // | cut -c1-12
    private static final String WEIGHTS = "the weights, layer 0; layer 1";
    private static final String ID = "24d80108ddc7";

    private static final Function<Path, Optional<String>> UNREAD = folder -> {
        throw new AssertionError("weights are not read of a folder of the same name");
    };

    private final FolderContents contents = new FolderContents();

    @TempDir
    Path place;

    @AfterEach
    void stop() {
        contents.stop();
    }

    @Test
    void a_folder_that_was_moved_is_known_as_what_it_was_at_the_place_that_it_has_now() throws IOException {
        Path now = model("new/tiny");
        Map<String, Map<String, Object>> inGraph = inGraph(place.resolve("old/tiny"), EMPTY_CONFIG);
        assertThat(MovedFolders.take(inGraph, now + "@", now, UNREAD))
                .containsEntry("id", ID)
                .containsEntry("source", now.toString());
        assertThat(inGraph).isEmpty();
    }

    @Test
    void a_folder_of_that_name_is_another_model_where_the_old_one_is_still_there_or_its_config_differs()
            throws IOException {
        Path now = model("new/tiny");
        Map<String, Map<String, Object>> both = inGraph(model("old/tiny"), EMPTY_CONFIG);
        assertThat(MovedFolders.take(both, now + "@", now, UNREAD)).isNull();
        Map<String, Map<String, Object>> other = inGraph(place.resolve("gone/tiny"), "0123  config.json");
        assertThat(MovedFolders.take(other, now + "@", now, UNREAD)).isNull();
        assertThat(other).hasSize(1);
    }

    @Test
    void a_folder_that_was_moved_and_renamed_is_known_by_its_content() throws IOException {
        Path now = model("new/another-name");
        Files.writeString(now.resolve("model.safetensors"), WEIGHTS);
        Map<String, Map<String, Object>> inGraph = inGraph(place.resolve("old/tiny"), EMPTY_CONFIG);
        assertThat(MovedFolders.take(inGraph, now + "@", now, contents::id))
                .containsEntry("id", ID)
                .containsEntry("source", now.toString());
        assertThat(inGraph).isEmpty();
    }

    @Test
    void a_fine_tune_of_another_name_that_differs_in_one_layer_is_another_model() throws IOException {
        Path now = model("new/another-name");
        Map<String, Map<String, Object>> inGraph = inGraph(place.resolve("old/tiny"), EMPTY_CONFIG);
        assertThat(MovedFolders.take(inGraph, now + "@", now, contents::id))
                .as("without weights")
                .isNull();
        Files.writeString(now.resolve("model.safetensors"), WEIGHTS.replace("layer 1", "layer I"));
        assertThat(MovedFolders.take(inGraph, now + "@", now, contents::id)).isNull();
        assertThat(inGraph).hasSize(1);
        Files.writeString(now.resolve("model.safetensors"), WEIGHTS);
        Files.setLastModifiedTime(now.resolve("model.safetensors"), FileTime.fromMillis(0));
        assertThat(MovedFolders.take(inGraph, now + "@", now, contents::id))
                .as("the weights that it was registered with, put there since")
                .isNotNull();
    }

    @Test
    void where_a_folder_is_gone_the_remedy_is_said() throws IOException {
        assertThat(MovedFolders.whyNot(Map.of("source", "/gone/tiny")))
                .contains("'/gone/tiny' is not there", "headstream models add FOLDER");
        Path here = model("here/tiny");
        assertThat(MovedFolders.whyNot(Map.of("source", here.toString())))
                .contains("not added since the server started", "headstream models add " + here);
        assertThat(MovedFolders.whyNot(Map.of("source", "org/tiny", "revision", "0".repeat(40))))
                .contains("headstream models pull org/tiny");
    }

    private static Map<String, Map<String, Object>> inGraph(Path source, String config) {
        Map<String, Object> stored =
                Map.of("id", ID, "name", "tiny", "source", source.toString(), "files", List.of(config));
        return new HashMap<>(Map.of(source + "@", stored));
    }

    private Path model(String name) throws IOException {
        Path folder = Files.createDirectories(place.resolve(name));
        Files.writeString(folder.resolve("config.json"), "{}");
        return folder;
    }
}

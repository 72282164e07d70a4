package io.headstream.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcesTest {

    @ParameterizedTest
    @ValueSource(strings = {"migrations", "queries"})
    void the_index_of_a_folder_lists_all_of_its_files(String folder) throws IOException {
        Path files = Path.of("src/main/resources/headstream", folder);
        try (Stream<Path> found = Files.list(files)) {
            assertThat(Resources.list(folder))
                    .containsExactlyInAnyOrderElementsOf(
                            found.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".cypher"))
                                    .toList());
        }
    }
}

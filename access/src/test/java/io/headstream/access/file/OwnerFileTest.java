package io.headstream.access.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_replaced_as_a_whole_and_its_owner_alone_reads_it() throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "what everybody read");
        OwnerFile.write(file, "first".getBytes(UTF_8));
        OwnerFile.write(file, "second".getBytes(UTF_8));
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("keys");
    }

    @Test
    void what_an_earlier_process_left_half_written_is_in_nobodys_way() throws IOException {
        Files.writeString(folder.resolve("keys" + OwnerFile.UNFINISHED), "hal");
        OwnerFile.write(folder.resolve("keys"), "whole".getBytes(UTF_8));
        assertThat(folder.resolve("keys")).hasContent("whole");
        assertThat(names()).containsExactly("keys");
    }

    @Test
    void what_cannot_be_written_leaves_nothing() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(taken.resolve("in-it"), "x");
        assertThatThrownBy(() -> OwnerFile.write(taken, "x".getBytes(UTF_8))).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("keys");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}

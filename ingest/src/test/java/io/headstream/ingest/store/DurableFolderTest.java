package io.headstream.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_file_is_whole_or_not_there() throws Exception {
        Files.writeString(folder.resolve("cut.json.part"), "{\"half");
        try (DurableFolder opened = DurableFolder.open(folder)) {
            opened.write("a.json", bytes("one"));
            opened.write("a.json", bytes("two"));
            assertThat(opened.read("a.json")).isEqualTo(bytes("two"));
            assertThat(opened.names()).containsExactlyInAnyOrder("a.json", "lock");
        }
    }

    @Test
    void what_cannot_be_written_leaves_what_was_there() throws Exception {
        try (DurableFolder opened = DurableFolder.open(folder)) {
            opened.write("a.json", bytes("one"));
            Files.createDirectories(folder.resolve("a.json.part/in-the-way"));
            assertThatThrownBy(() -> opened.write("a.json", bytes("two"))).isInstanceOf(java.io.IOException.class);
            assertThat(opened.read("a.json")).isEqualTo(bytes("one"));
        }
    }

    @Test
    void one_process_has_it_at_a_time_and_only_its_owner_reads_it() throws Exception {
        DurableFolder first = DurableFolder.open(folder);
        assertThatThrownBy(() -> DurableFolder.open(folder)).isInstanceOf(DurableFolder.InUseException.class);
        first.close();
        DurableFolder.open(folder).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.headstream.ingest.graph;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @Test
    void a_disk_that_is_all_but_full_is_named_with_the_remedy(@TempDir Path data) {
        long more = 1L << 40; // more MiB than any disk has
        assertThatThrownBy(() -> new DiskSpace(Optional.of(data.toString()), more).require())
                .hasMessageContaining(data.toString())
                .hasMessageContaining("nothing was written. Free some space");
        assertThatCode(() -> new DiskSpace(Optional.of(data.toString()), 0).require())
                .doesNotThrowAnyException();
        assertThatCode(() -> new DiskSpace(Optional.empty(), more).require()).doesNotThrowAnyException();
    }
}

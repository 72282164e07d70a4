package io.headstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoltPasswordTest {
    @TempDir
    Path data;

    @Test
    void a_long_random_one_is_kept_where_its_owner_alone_can_read_it() throws Exception {
        BoltPassword made = kept(Optional.empty());
        assertThat(made.value()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(rights(made.file())).isEqualTo("rw-------");
        assertThat(made.toString()).doesNotContain(made.value());
        BoltPassword again = BoltPassword.of(data, Optional.empty());
        assertThat(again.value()).isEqualTo(made.value());
        assertThat(again.isNew()).isFalse();
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(made.file());
        }
    }

    @Test
    void one_of_ones_own_is_put_into_the_file_and_stays() {
        kept(Optional.empty());
        assertThat(kept(Optional.of("correct horse battery")).isNew()).isTrue();
        assertThat(BoltPassword.of(data, Optional.of("correct horse battery")).isNew())
                .isFalse();
        assertThat(BoltPassword.of(data, Optional.empty()).value()).isEqualTo("correct horse battery");
    }

    @Test
    void without_the_file_or_with_nothing_in_it_another_one_is_made() throws Exception {
        BoltPassword first = kept(Optional.empty());
        Files.delete(first.file());
        BoltPassword second = kept(Optional.empty());
        assertThat(second.value()).isNotEqualTo(first.value());
        Files.writeString(second.file(), "\n");
        assertThat(BoltPassword.of(data, Optional.empty()).isNew()).isTrue();
    }

    @Test
    void a_file_that_others_could_read_is_theirs_no_longer() throws Exception {
        BoltPassword made = kept(Optional.empty());
        Files.setPosixFilePermissions(made.file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(BoltPassword.of(data, Optional.empty()).value()).isEqualTo(made.value());
        assertThat(rights(made.file())).isEqualTo("rw-------");
    }

    @Test
    void short_ones_and_those_of_several_lines_are_refused() {
        for (String given :
                new String[] {"short", "elevenchars", "twelve char\ns", " twelve chars", "twelve\u0000chars"}) {
            assertThatThrownBy(() -> BoltPassword.check(given))
                    .isInstanceOf(Settings.UserError.class)
                    .hasMessageContaining("HEADSTREAM_BOLT_PASSWORD")
                    .hasMessageNotContaining(given);
        }
    }

    private BoltPassword kept(Optional<String> given) {
        BoltPassword password = BoltPassword.of(data, given);
        password.keep();
        return password;
    }

    private static String rights(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

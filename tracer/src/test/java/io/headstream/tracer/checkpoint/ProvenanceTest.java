package io.headstream.tracer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final String COMMIT = "607a30d783dfa663caf39e06633721c8d4cfcd7e";

    @Test
    void a_snapshot_of_the_hub_s_cache_is_its_id_and_commit() {
        assertThat(Provenance.of(Path.of("/c/hub/models--openai-community--gpt2/snapshots/" + COMMIT)))
                .isEqualTo(new Provenance("openai-community/gpt2", "openai-community/gpt2", Optional.of(COMMIT)));
        assertThat(Provenance.of(Path.of("/c/hub/models--gpt2/snapshots/x/../" + COMMIT))
                        .name())
                .isEqualTo("gpt2");
    }

    @Test
    void any_other_folder_is_its_own_source() {
        assertThat(Provenance.of(Path.of("/m/gpt2"))).isEqualTo(new Provenance("gpt2", "/m/gpt2", Optional.empty()));
        assertThat(Provenance.of(Path.of("/c/models--a--b/snapshots/main")).name())
                .isEqualTo("main");
        assertThat(Provenance.of(Path.of("/c/datasets--a--b/snapshots/" + COMMIT))
                        .revision())
                .isEmpty();
        assertThat(Provenance.of(Path.of("/")).name()).isEqualTo("/");
    }
}

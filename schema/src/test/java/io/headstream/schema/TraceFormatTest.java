package io.headstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.headstream.schema.TraceFormat.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceFormatTest {
    private static final TraceFormat THIRD = new TraceFormat(List.of(
            (section, row) -> section == Section.EDGES ? renamed(row, "part", "share") : row,
            (section, row) -> renamed(row, "from", "source")));

    @Test
    void an_older_document_goes_through_every_step_up_to_the_newest() {
        assertThat(THIRD.version()).isEqualTo(3);
        assertThat(THIRD.upgraded(1, Section.EDGES, Map.of("from", "L0P0.H0", "part", 1.0)))
                .isEqualTo(Map.of("source", "L0P0.H0", "share", 1.0));
        assertThat(THIRD.upgraded(2, Section.EDGES, Map.of("from", "L0P0.H0", "part", 1.0)))
                .isEqualTo(Map.of("source", "L0P0.H0", "part", 1.0));
        assertThat(THIRD.upgraded(1, Section.FIRES, Map.of("part", 1.0))).isEqualTo(Map.of("part", 1.0));
    }

    @Test
    void the_newest_is_left_alone() {
        Map<String, Object> row = Map.of("part", 1.0);
        assertThat(THIRD.upgraded(3, Section.EDGES, row)).isSameAs(row);
        assertThat(TraceFormat.NEWEST.upgraded(TraceFormat.NEWEST.version(), Section.NODES, row))
                .isSameAs(row);
    }

    @Test
    void what_is_traced_has_one_name_whoever_asks() {
        // printf '"m"\n13\n" \\"Mary"\nNULL\n[1, 22]' | sha256sum
        assertThat(new TracedPass("m", 13, " \"Mary", Optional.empty(), List.of(1L, 22L)).hash())
                .isEqualTo("8df13281dbf8e8aaefb75456411e095c8801b7c728a1804da0fd6c52f33c7fb0");
        // printf '"m"\n13\n" Mary"\n" John"\n[1]' | sha256sum
        assertThat(new TracedPass("m", 13, " Mary", Optional.of(" John"), List.of(1L)).hash())
                .isEqualTo("d553f058e049b31e3e90157d67f137b6ba223f68e4b06ab9b69f578a4b65fe0d");
    }

    @Test
    void sections_are_found_by_their_names() {
        assertThat(Section.named("tokenEdges")).contains(Section.TOKEN_EDGES);
        assertThat(Section.named("version")).isEmpty();
        assertThat(Section.lists()).startsWith(Section.TOKENS).hasSize(Section.values().length - 2);
    }

    private static Map<String, Object> renamed(Map<String, Object> row, String old, String name) {
        Map<String, Object> renamed = new HashMap<>(row);
        if (renamed.containsKey(old)) {
            renamed.put(name, renamed.remove(old));
        }
        return renamed;
    }
}

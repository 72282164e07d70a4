package io.headstream.api.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headstream.api.graph.Node;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two positions, one layer: a head at position 1 attends to position 0. */
class PictureTest {
    private static final List<Node> NODES = List.of(
            node("Residual", "L0P0.embed", 0),
            node("Residual", "L0P1.embed", 0.6),
            node("Residual", "L0P1.mid", 0.7),
            node("Residual", "L0P1.post", 0),
            node("HeadOutput", "L0P1.H0", 0.4),
            node("MlpOutput", "L0P1.mlp", 0.3),
            node("NeuronActivation", "L0P1.N3", 0.15));
    private static final List<Picture.Stored> STORED = List.of(
            adds("L0P1.embed", "L0P1.mid", 0.6),
            adds("L0P1.attn", "L0P1.mid", 0.4),
            adds("L0P1.H0", "L0P1.attn", 1),
            new Picture.Stored("L0P0.H0.v", "L0P1.H0", true, 0.75, 0.9),
            new Picture.Stored("L0P1.H0.v", "L0P1.H0", true, 0.25, 0.1),
            adds("L0P1.mid", "L0P1.post", 0.7),
            adds("L0P1.mlp", "L0P1.post", 0.3),
            adds("L0P1.N3", "L0P1.mlp", 0.5));
    private static final Picture PICTURE = Picture.draw(NODES, STORED);

    @Test
    void an_attention_edge_leaves_the_state_that_is_read_at_the_key() {
        Edge edge = edge("L0P0.embed", "L0P1.H0");
        assertThat(edge.kind()).isEqualTo("attend");
        assertThat(edge.weight()).isEqualTo(0.9);
        assertThat(edge.share()).isCloseTo(0.75 * 0.4, within(1e-12));
    }

    @Test
    void shares_are_of_the_residual_state_an_edge_ends_in() {
        assertThat(edge("L0P1.H0", "L0P1.mid")).isEqualTo(new Edge("L0P1.H0", "L0P1.mid", "head", 0.4, null));
        assertThat(edge("L0P1.mid", "L0P1.mlp")).isEqualTo(new Edge("L0P1.mid", "L0P1.mlp", "read", 0.3, null));
        assertThat(edge("L0P1.N3", "L0P1.mlp")).isEqualTo(new Edge("L0P1.N3", "L0P1.mlp", "neuron", 0.15, null));
        assertThat(edge("L0P1.mid", "L0P1.post").kind()).isEqualTo("stream");
        assertThat(PICTURE.edges()).hasSize(8);
    }

    @Test
    void only_what_reaches_the_end_over_large_enough_edges_is_kept() {
        Picture cut = PICTURE.reaching("L0P1.post", 0.2);
        assertThat(cut.nodes().stream().map(Node::id))
                .containsExactlyInAnyOrder("L0P0.embed", "L0P1.embed", "L0P1.mid", "L0P1.post", "L0P1.H0", "L0P1.mlp");
        assertThat(cut.edges()).hasSize(6).allMatch(edge -> edge.share() >= 0.2);
        assertThat(PICTURE.reaching("L0P1.post", 0.9).nodes()).singleElement().matches(node -> node.id()
                .equals("L0P1.post"));
        assertThat(cut.only(node -> node.position() == 1).edges()).hasSize(5);
    }

    @Test
    void without_heads_the_attention_output_stands_for_them() {
        Picture stream = Picture.draw(
                List.of(
                        node("Residual", "L1P2.mid", 0),
                        node("Residual", "L0P2.post", 0),
                        node("AttentionOutput", "L1P2.attn", 0.4)),
                List.of(adds("L0P2.post", "L1P2.mid", 0.6), adds("L1P2.attn", "L1P2.mid", 0.4)));
        assertThat(stream.edges())
                .containsExactlyInAnyOrder(
                        new Edge("L0P2.post", "L1P2.attn", "read", 0.4, null),
                        new Edge("L1P2.attn", "L1P2.mid", "attention", 0.4, null),
                        new Edge("L0P2.post", "L1P2.mid", "stream", 0.6, null));
    }

    @Test
    void in_a_parallel_block_attention_and_mlp_read_and_write_the_same_states() {
        Picture parallel = Picture.draw(
                List.of(
                        node("Residual", "L0P2.post", 0),
                        node("Residual", "L1P2.post", 0),
                        node("HeadOutput", "L1P2.H0", 0.3),
                        node("MlpOutput", "L1P2.mlp", 0.2)),
                List.of(adds("L0P2.post", "L1P2.post", 0.5)));
        assertThat(parallel.edges())
                .containsExactlyInAnyOrder(
                        new Edge("L0P2.post", "L1P2.post", "stream", 0.5, null),
                        new Edge("L1P2.H0", "L1P2.post", "head", 0.3, null),
                        new Edge("L0P2.post", "L1P2.mlp", "read", 0.2, null),
                        new Edge("L1P2.mlp", "L1P2.post", "mlp", 0.2, null));
    }

    private static Edge edge(String source, String target) {
        return PICTURE.edges().stream()
                .filter(edge -> edge.source().equals(source) && edge.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    private static Picture.Stored adds(String source, String target, double share) {
        return new Picture.Stored(source, target, false, share, 0);
    }

    private static Node node(String label, String id, double share) {
        int layer = Integer.parseInt(id.substring(1, 2));
        int position = Integer.parseInt(id.substring(3, 4));
        return Node.of(
                Map.of("node", id, "layer", layer, "position", position, "share", share, "norm", 1.0),
                List.of("Activation", label),
                null);
    }
}

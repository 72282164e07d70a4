package io.headstream.tracer.trace;

/**
 * Where in the pass an activation is. Layers and positions count from 0.
 *
 * @param part "embed", "mid", "post", "attn", "mlp", "ln1", "ln2", "final", "b_O", "b_out", "H2" (head 2's output), "H2.v" (its memory
 *     value at the key `position`) or "N1204"
 * @param number the head's or neuron's index within its layer, otherwise -1
 */
public record Place(Kind kind, int layer, int position, String part, int number) {
    static Place residual(String site, int layer, int position) {
        return new Place(Kind.RESIDUAL, layer, position, site, -1);
    }

    /** resid_pre: the embedding for block 0, the state after the block before otherwise. */
    static Place residPre(int layer, int position) {
        return layer == 0 ? residual("embed", 0, position) : residual("post", layer - 1, position);
    }

    static Place attention(int layer, int position) {
        return new Place(Kind.ATTENTION_OUTPUT, layer, position, "attn", -1);
    }

    static Place mlp(int layer, int position) {
        return new Place(Kind.MLP_OUTPUT, layer, position, "mlp", -1);
    }

    static Place head(int layer, int position, int head) {
        return new Place(Kind.HEAD_OUTPUT, layer, position, "H" + head, head);
    }

    static Place memory(int layer, int key, int head) {
        return new Place(Kind.MEMORY_VALUE, layer, key, "H" + head + ".v", head);
    }

    static Place neuron(int layer, int position, int index) {
        return new Place(Kind.NEURON_ACTIVATION, layer, position, "N" + index, index);
    }

    static Place normalized(String site, int layer, int position) {
        return new Place(Kind.NORMALIZED, layer, position, site, -1);
    }

    static Place bias(String site, int layer, int position) {
        return new Place(Kind.BIAS, layer, position, site, -1);
    }

    /** The activation's id within its trace, such as L3P5.H2. */
    public String node() {
        return "L" + layer + "P" + position + "." + part;
    }

    /** The component that is used here, such as L3H2 or L3N1204; empty for what is no component. */
    public String component() {
        return switch (kind) {
            case HEAD_OUTPUT, MEMORY_VALUE -> "L" + layer + "H" + number;
            case NEURON_ACTIVATION -> "L" + layer + "N" + number;
            default -> "";
        };
    }
}

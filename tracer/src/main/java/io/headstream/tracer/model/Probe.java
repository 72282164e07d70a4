package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the sites of a forward pass and may change what goes through. What it returns goes on, and is what the cache holds, but for z
 * and post: those are parts of what they add up to, and what a probe does to them is a part of its own ({@link #change}).
 */
@FunctionalInterface
public interface Probe {
    /** Lets everything through as it is. */
    Probe NONE = (site, layer, activation) -> activation;

    /** Where a probe stands, in the order of the pass. */
    enum Site {
        /** Token embeddings, without positions [pos, d_model]. */
        TOKEN,
        /** The residual state before the first block [pos, d_model]. */
        EMBED,
        /** What ln1 divides by [pos, 1]. */
        LN1_SCALE,
        /** Queries as they were projected [head, pos, d_head]. */
        Q,
        /** Keys as they were projected, every head its own copy [head, pos, d_head]. */
        K,
        /** Attention scores, masked [head, query, key]. */
        SCORES,
        /** Attention probabilities [head, query, key]. */
        PATTERN,
        /** Values, every head its own copy [head, pos, d_head]. */
        V,
        /** What enters W_O [pos, heads * d_head]; the cache has it as it comes. */
        Z,
        /** What attention adds, b_O included [pos, d_model]. */
        ATTN_OUT,
        /** The residual state after attention [pos, d_model]; none in parallel blocks. */
        RESID_MID,
        /** The residual state as the MLP alone reads it [pos, d_model]. */
        MLP_IN,
        /** What ln2 divides by [pos, 1]. */
        LN2_SCALE,
        /** What enters W_out [pos, d_mlp]; the cache has it as it comes. */
        POST,
        /** What the MLP adds, b_out included [pos, d_model]. */
        MLP_OUT,
        /** The residual state after the block [pos, d_model]. */
        RESID_POST,
        /** What the final norm divides by, of the last layer [pos, 1]. */
        FINAL_SCALE
    }

    NDArray at(Site site, int layer, NDArray activation);

    /** What it put in and took out at a site as the pass ran, in the site's shape; absent where nothing. */
    default @Nullable NDArray change(Site site, int layer) {
        return null;
    }

    /** Whether anything in a layer is changed; where not, all passes on. */
    default boolean isChanging(int layer) {
        return false;
    }

    /**
     * What part of what came to a site goes on: 1 but where it is scaled, 0 where another value takes its place.
     *
     * @param element of the site's width
     */
    default float passes(Site site, int layer, int position, int element) {
        return 1;
    }

    /** Whether an attention term goes on to z; where not, it is among what is changed there. */
    default boolean passes(int layer, int head, int query, int key) {
        return true;
    }

    /** This one, and another behind it at every site; the change is this one's. */
    default Probe then(Probe next) {
        return new Both(this, next, this);
    }

    /** This one behind another at every site; the change is this one's. */
    default Probe after(Probe other) {
        return new Both(other, this, this);
    }

    /** Two, one behind the other. */
    record Both(Probe first, Probe second, Probe changing) implements Probe {
        @Override
        public NDArray at(Site site, int layer, NDArray activation) {
            return second.at(site, layer, first.at(site, layer, activation));
        }

        @Override
        public @Nullable NDArray change(Site site, int layer) {
            return changing.change(site, layer);
        }

        @Override
        public boolean isChanging(int layer) {
            return changing.isChanging(layer);
        }

        @Override
        public float passes(Site site, int layer, int position, int element) {
            return changing.passes(site, layer, position, element);
        }

        @Override
        public boolean passes(int layer, int head, int query, int key) {
            return changing.passes(layer, head, query, key);
        }
    }
}

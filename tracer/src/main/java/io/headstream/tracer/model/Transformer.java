package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.error.TraceException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A model in native memory, ready to run. Closing it frees the weights. Safe for use by several threads. */
public final class Transformer implements AutoCloseable {
    private static final int ROWS = 256; // that run together

    private final Architecture architecture;
    private final Parameters parameters;
    private final WeightsSummary weights;
    private final NDManager manager;
    private final ForwardPass pass;

    /** @param manager owns the weights, and is closed with this */
    public Transformer(Architecture architecture, Parameters parameters, WeightsSummary weights, NDManager manager) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.weights = weights;
        this.manager = manager;
        this.pass = new ForwardPass(architecture, parameters);
    }

    public Architecture architecture() {
        return architecture;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** What was met in loading. */
    public WeightsSummary weights() {
        return weights;
    }

    /** A manager for one pass: what is made in it is freed when it closes. */
    public NDManager newPassManager() {
        return manager.newSubManager();
    }

    /**
     * Runs token ids with every activation recorded.
     *
     * @throws TraceException for no tokens, too many, or an id outside the vocabulary
     */
    public ActivationCache run(int[] tokens, NDManager passManager) {
        return run(tokens, passManager, done -> {});
    }

    /**
     * As above.
     *
     * @param layersDone told after each block
     */
    public ActivationCache run(int[] tokens, NDManager passManager, IntConsumer layersDone) {
        return run(tokens, passManager, layersDone, Probe.NONE);
    }

    /**
     * As above.
     *
     * @param probe stands at every site of every layer
     */
    public ActivationCache run(int[] tokens, NDManager passManager, IntConsumer layersDone, Probe probe) {
        check(tokens, architecture);
        return pass.run(tokens, passManager, layersDone, probe);
    }

    /** How many sequences of n positions run below one another: rows enough to fill the cores, few enough to stay in their caches. */
    public static int together(int n) {
        return Math.max(1, ROWS / n);
    }

    /**
     * Checks token ids against a model's size.
     *
     * @throws TraceException for no tokens, too many, or an id outside the vocabulary
     */
    public static void check(int[] tokens, Architecture architecture) {
        if (tokens.length == 0) {
            throw new TraceException("the prompt is empty; give at least one token");
        }
        if (tokens.length > architecture.context()) {
            throw new TraceException("the prompt has " + tokens.length + " tokens, but the model's context holds "
                    + architecture.context() + "; shorten the prompt");
        }
        for (int token : tokens) {
            if (token < 0 || token >= architecture.vocabulary()) {
                throw new TraceException("token id " + token + " is outside the vocabulary; ids go from 0 to "
                        + (architecture.vocabulary() - 1));
            }
        }
    }

    /** The residual state before the first block, learned positions included [pos, d_model]. */
    public NDArray embed(int[] tokens, NDManager owner) {
        check(tokens, architecture);
        return pass.embed(tokens, owner);
    }

    /** Runs one block again on the state before it [pos, d_model], with a probe at its sites: resid_post. */
    public NDArray block(int layer, NDArray residPre, Probe probe) {
        ForwardPass.Positions positions =
                ForwardPass.Positions.of((int) residPre.getShape().get(0), architecture, residPre.getManager());
        return pass.block(layer, parameters.blocks().get(layer).use().block(), residPre, positions, probe)
                .residPost();
    }

    /** The final norm of the last residual state [pos, d_model], with a probe at its scale. */
    public NDArray lnFinal(NDArray residPost, Probe probe) {
        return pass.lnFinal(residPost, probe);
    }

    /**
     * Runs from a block on, with nothing recorded.
     *
     * @param residPre the state before the block, of one sequence or several of n positions, below one another [sequence * pos, d_model]
     * @param position the first whose logits are wanted
     * @param count of such positions
     * @param owner of the logits
     * @param layersDone told after each block
     * @return [sequence * position, vocabulary]
     */
    public NDArray from(
            int layer,
            NDArray residPre,
            int n,
            int position,
            int count,
            NDManager owner,
            IntConsumer layersDone,
            Probe probe) {
        return pass.from(layer, residPre, n, position, count, owner, layersDone, probe);
    }

    /** [head, pos, d_head] to [pos, heads * d_head]. */
    public NDArray joinHeads(NDArray byHead) {
        return pass.joinHeads(byHead);
    }

    private static long positions(ActivationCache.Layer layer) {
        return layer.residPre().getShape().get(0);
    }

    /** A layer's attention probabilities [head, query, key], made from the cache's q and k. */
    public NDArray pattern(int layer, ActivationCache cache) {
        ActivationCache.Layer at = cache.layers().get(layer);
        NDManager manager = at.q().getManager();
        return pass.pattern(
                layer,
                parameters.blocks().get(layer),
                at.q(),
                at.k(),
                ForwardPass.Positions.of(cache.positions(), architecture, manager),
                cache.probe());
    }

    /** Head outputs before they are summed, without b_O: z[h] W_O[h], as [head, pos, d_model]. */
    public NDArray result(Block block, ActivationCache.Layer layer) {
        return pass.splitHeads(layer.z(), positions(layer)).matMul(wOByHead(block));
    }

    /** As {@link #result}, of what interventions have left of z or put in its place. */
    public NDArray written(Block block, int layer, ActivationCache cache) {
        ActivationCache.Layer at = cache.layers().get(layer);
        NDArray change = cache.probe().change(Probe.Site.Z, layer); // [pos, heads * d_head]
        NDArray z = change == null ? at.z() : at.z().add(change); // [pos, heads * d_head]
        return pass.splitHeads(z, cache.positions()).matMul(wOByHead(block));
    }

    /** Memory values v[h] W_O[h], what a head would write if it attended only to that key: [head, key, d_model]. */
    public NDArray memoryValues(Block block, ActivationCache.Layer layer) {
        return pass.forEveryHead(layer.v(), positions(layer)).matMul(wOByHead(block));
    }

    /**
     * What heads look for and what they answer to, as directions of the residual state after ln1 [head, pos, d_model]: queries through W_K
     * and keys through W_Q, before the rotary embedding, which is the score at distance 0. Where queries and keys are normalized, the norm's
     * weight is in it, its scale is not.
     */
    public record Looks(NDArray sought, NDArray offered) {}

    public Looks looks(Block block, ActivationCache.Layer layer) {
        NDArray queries = pass.splitHeads(layer.q(), positions(layer));
        NDArray keys = pass.forEveryHead(layer.k(), positions(layer));
        return new Looks(
                block.k().backOfHeads(weighted(queries, block.qNorm(), block.kNorm())),
                block.q().backOfHeads(weighted(keys, block.kNorm(), block.qNorm())));
    }

    private static NDArray weighted(NDArray x, @Nullable Norm own, @Nullable Norm others) {
        NDArray normalized = own == null ? x : own.apply(x);
        return others == null || others.weight() == null ? normalized : normalized.mul(others.weight());
    }

    // [head, d_head, d_model], a view
    private NDArray wOByHead(Block block) {
        return block.wO().reshape(new Shape(architecture.heads(), architecture.dHead(), architecture.dModel()));
    }

    @Override
    public void close() {
        manager.close();
    }
}

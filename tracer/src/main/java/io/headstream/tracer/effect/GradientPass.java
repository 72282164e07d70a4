package io.headstream.tracer.effect;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * A forward pass and the gradients of a metric at its activations, by the engine's autograd: an array of zeros that wants a gradient is
 * added at every site, so that one backward pass gives all of them and nothing changes what the pass computes.
 */
public final class GradientPass {
    // the engine has one collector at a time in all of the process
    private static final ReentrantLock COLLECTOR = new ReentrantLock();

    private final Transformer transformer;
    private final int[] tokens;
    private final NDManager manager;

    /** @param manager owns what is made */
    public GradientPass(Transformer transformer, int[] tokens, NDManager manager) {
        this.transformer = transformer;
        this.tokens = tokens;
        this.manager = manager;
    }

    /** Asks from the logits [pos, vocabulary] of the prompt's own pass: a target may be what the pass predicts. */
    @FunctionalInterface
    public interface Chooser {
        Question choose(NDArray logits);
    }

    /** A pass with its gradients. */
    public record Result(Question question, ActivationCache cache, Gradients gradients) {}

    /**
     * Runs the prompt, and goes back from the metric. With more than one step the prompt's own pass comes first, then those of other
     * embeddings.
     *
     * @param layersDone told after each block of the prompt's own pass
     */
    public Result run(EffectOptions options, Chooser chooser, IntConsumer layersDone) {
        Pass own = pass(options.metric(), chooser, new Leaves(1, manager), layersDone);
        Gradients sum = own.gradients();
        for (int step = 1; step < options.steps(); step++) {
            float scale = (float) step / options.steps();
            try (NDManager ofStep = manager.newSubManager()) {
                add(
                        sum,
                        pass(options.metric(), logits -> own.question(), new Leaves(scale, ofStep), done -> {})
                                .gradients());
            }
        }
        divide(sum, options.steps());
        return new Result(own.question(), own.cache(), sum);
    }

    private record Pass(Question question, ActivationCache cache, Gradients gradients) {}

    private Pass pass(EffectMetric kind, Chooser chooser, Leaves leaves, IntConsumer layersDone) {
        ActivationCache cache;
        Question question;
        COLLECTOR.lock();
        try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            cache = transformer.run(tokens, leaves.manager, layersDone, leaves);
            question = chooser.choose(cache.logits());
            try (NDArray value = kind.of(cache.logits().get(question.position()), question)) {
                collector.backward(value);
            }
        } finally {
            COLLECTOR.unlock();
        }
        return new Pass(question, cache, gradients(leaves, cache));
    }

    private Gradients gradients(Leaves leaves, ActivationCache cache) {
        List<Gradients.Layer> layers = new ArrayList<>();
        for (int l = 0; l < cache.layers().size(); l++) {
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray residPost = leaves.gradient(Probe.Site.RESID_POST, l);
                boolean parallel = transformer.architecture().parallel();
                NDArray residMid = parallel ? residPost : leaves.gradient(Probe.Site.RESID_MID, l);
                NDArray post = leaves.gradient(Probe.Site.POST, l);
                NDArray inputs = inputs(l, leaves, cache.layers().get(l));
                NDScope.unregister(residPost, residMid, post, inputs);
                layers.add(new Gradients.Layer(residMid, residPost, post, inputs));
            }
        }
        return new Gradients(leaves.gradient(Probe.Site.EMBED, 0), layers);
    }

    // from the gradients at q, k and v back through their weights and ln1, for each head alone
    private NDArray inputs(int l, Leaves leaves, ActivationCache.Layer layer) {
        try (Block.InUse use = transformer.parameters().blocks().get(l).use()) {
            Block block = use.block();
            NDArray heads = NDArrays.concat(new NDList(
                    transformer.through(leaves.gradient(Probe.Site.Q, l), block.q()),
                    transformer.through(leaves.gradient(Probe.Site.K, l), block.k()),
                    transformer.through(leaves.gradient(Probe.Site.V, l), block.v())));
            NDArray atResidPre = block.ln1().backward(layer.residPre(), heads);
            return NDArrays.concat(
                    new NDList(atResidPre, leaves.gradient(Probe.Site.MLP_IN, l).expandDims(0)));
        }
    }

    private static void add(Gradients sum, Gradients other) {
        sum.embed().addi(other.embed());
        for (int l = 0; l < sum.layers().size(); l++) {
            List<NDArray> mine = arrays(sum.layers().get(l));
            List<NDArray> theirs = arrays(other.layers().get(l));
            for (int i = 0; i < mine.size(); i++) {
                mine.get(i).addi(theirs.get(i));
            }
        }
    }

    private static void divide(Gradients sum, int steps) {
        if (steps > 1) {
            sum.embed().divi(steps);
            sum.layers().forEach(layer -> arrays(layer).forEach(array -> array.divi(steps)));
        }
    }

    // in parallel blocks residMid is residPost
    private static List<NDArray> arrays(Gradients.Layer layer) {
        return layer.residMid() == layer.residPost()
                ? List.of(layer.residPost(), layer.post(), layer.inputs())
                : List.of(layer.residMid(), layer.residPost(), layer.post(), layer.inputs());
    }

    /** Zeros at every site, and what their gradients become. The embedding is moved on the way. */
    private final class Leaves implements Probe {
        private final Map<Integer, Map<Site, NDArray>> byLayer = new HashMap<>();
        private final float scale;
        private final NDManager manager;

        private Leaves(float scale, NDManager manager) {
            this.scale = scale;
            this.manager = manager;
        }

        @Override
        public NDArray at(Site site, int layer, NDArray activation) {
            NDArray leaf = manager.zeros(activation.getShape(), activation.getDataType());
            leaf.setRequiresGradient(true);
            NDScope.unregister(leaf);
            byLayer.computeIfAbsent(layer, l -> new EnumMap<>(Site.class)).put(site, leaf);
            return (site == Site.EMBED && scale != 1 ? towardsMean(activation) : activation).add(leaf);
        }

        // part of the way from the mean of all token embeddings to the prompt's own; positions stay
        private NDArray towardsMean(NDArray embedding) {
            NDArray wE = transformer.parameters().wE();
            NDArray own = wE.get(manager, new NDIndex("{}", manager.create(tokens)));
            return embedding.sub(own.sub(wE.mean(new int[] {0}, true)).mul(1 - scale));
        }

        private NDArray gradient(Site site, int layer) {
            return Objects.requireNonNull(
                            Objects.requireNonNull(byLayer.get(layer)).get(site))
                    .getGradient();
        }
    }
}

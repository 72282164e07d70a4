package io.headstream.tracer.effect;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.intervene.Changing;
import io.headstream.tracer.intervene.Plan;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Probe;
import io.headstream.tracer.model.Probe.Site;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A forward pass and the gradients of a metric at its activations, by the engine's autograd. Arrays of zeros that want a gradient are added
 * at every site, so that nothing changes what the pass computes. The way back goes block by block, each run once more, so that autograd
 * holds the attention of one layer at a time (gradient checkpointing, Chen et al. 2016, arXiv 1604.06174).
 */
public final class GradientPass {
    // the engine has one collector at a time in all of the process
    private static final ReentrantLock COLLECTOR = new ReentrantLock();

    private final Transformer transformer;
    private final int[] tokens;
    private final NDManager manager;
    private final Plan plan;
    private final @Nullable NDArray start;

    /** @param manager owns what is made */
    public GradientPass(Transformer transformer, int[] tokens, NDManager manager) {
        this(transformer, tokens, manager, Plan.NONE);
    }

    /**
     * As above, with a way of its own for integrated gradients.
     *
     * @param start where it begins, in the place of the mean of all token embeddings: a residual state before the first block [pos, d_model]
     */
    public GradientPass(Transformer transformer, int[] tokens, NDManager manager, NDArray start) {
        this(transformer, tokens, manager, Plan.NONE, start);
    }

    /**
     * As above, of a pass that is changed; the way back goes through the changes.
     *
     * @param plan what is changed, in each of the passes
     */
    public GradientPass(Transformer transformer, int[] tokens, NDManager manager, Plan plan) {
        this(transformer, tokens, manager, plan, null);
    }

    private GradientPass(Transformer transformer, int[] tokens, NDManager manager, Plan plan, @Nullable NDArray start) {
        this.transformer = transformer;
        this.tokens = tokens;
        this.manager = manager;
        this.plan = plan;
        this.start = start;
    }

    /** Asks from the logits [pos, vocabulary] of the prompt's own pass: a target may be what the pass predicts. */
    @FunctionalInterface
    public interface Chooser {
        Question choose(NDArray logits);
    }

    /**
     * A pass with its gradients.
     *
     * @param answer of an answer of several tokens, what each of them is the effect on; absent of others, and of very long ones
     */
    public record Result(
            Question question, ActivationCache cache, Gradients gradients, @Nullable AnswerEffects answer) {}

    /**
     * Runs the prompt, and goes back from the metric. With more than one step the prompt's own pass comes first, then those of other
     * embeddings.
     *
     * @param layersDone told after each block of the prompt's own pass
     */
    public Result run(EffectOptions options, Chooser chooser, IntConsumer layersDone) {
        Pass own = pass(options, chooser, 1, manager, layersDone);
        Gradients sum = own.gradients();
        AnswerEffects answer = answer(own);
        byToken(answer, own, own, options.steps());
        for (int step = 1; step < options.steps(); step++) {
            float part = (float) step / options.steps();
            try (NDManager ofStep = manager.newSubManager()) {
                Pass between = pass(options, logits -> own.question(), part, ofStep, done -> {});
                add(sum, between.gradients());
                byToken(answer, own, between, options.steps());
            }
        }
        divide(sum, options.steps());
        return new Result(own.question(), own.cache(), sum, answer);
    }

    private record Pass(Question question, ActivationCache cache, Gradients gradients) {}

    private @Nullable AnswerEffects answer(Pass own) {
        int tokens = own.question().targets().size();
        return tokens == 1 || tokens > AnswerEffects.MOST_TOKENS
                ? null
                : new AnswerEffects(transformer.architecture(), tokens);
    }

    // the final norm and the logits are each position's own: a token's part of the gradient after the last block is the
    // row of its position
    private void byToken(@Nullable AnswerEffects answer, Pass own, Pass pass, int steps) {
        if (answer == null) {
            return;
        }
        COLLECTOR.lock();
        try {
            for (int token = 0; token < own.question().targets().size(); token++) {
                NDArray atEnd = pass.gradients().last().residPost();
                NDArray gradient = atEnd.zerosLike();
                NDIndex row = new NDIndex(String.valueOf(own.question().position() + token));
                gradient.set(row, atEnd.get(row));
                for (int l = own.cache().layers().size() - 1; l >= 0; l--) {
                    Step step = back(l, pass.cache(), gradient, false);
                    answer.add(l, token, transformer.parameters(), own.cache(), step.layer(), steps);
                    gradient = step.residPre();
                    arrays(step.layer()).forEach(NDArray::close);
                }
                gradient.close();
            }
        } finally {
            COLLECTOR.unlock();
        }
    }

    private Pass pass(EffectOptions options, Chooser chooser, float part, NDManager owner, IntConsumer layersDone) {
        Probe onTheWay = (site, layer, x) -> site == Site.EMBED && part != 1 ? towardsStart(x, part) : x;
        Probe changing = Changing.recording(transformer, plan, tokens.length, owner);
        ActivationCache cache =
                transformer.run(tokens, owner, layersDone, part == 1 ? changing : changing.after(onTheWay));
        Question question = chooser.choose(cache.logits());
        boolean edges = (long) tokens.length * options.steps() <= EdgeEffects.MOST_POSITIONS;
        COLLECTOR.lock();
        try {
            NDArray gradient = atEnd(options.metric(), question, cache);
            Deque<Gradients.Layer> layers = new ArrayDeque<>();
            for (int l = cache.layers().size() - 1; l >= 0; l--) {
                Step step = back(l, cache, gradient, edges);
                layers.addFirst(step.layer());
                gradient = step.residPre();
            }
            return new Pass(question, cache, new Gradients(gradient, List.copyOf(layers)));
        } finally {
            COLLECTOR.unlock();
        }
    }

    // at the last residual state, from the logits at the positions that are explained
    private NDArray atEnd(EffectMetric kind, Question question, ActivationCache cache) {
        Parameters w = transformer.parameters();
        NDArray residPost = cache.last().residPost();
        try (NDScope scope = new NDScope();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            scope.suppressNotUsedWarning();
            NDArray leaf = leaf(residPost);
            NDArray rows =
                    transformer.lnFinal(residPost.add(leaf), cache.probe()).get(question.rows()); // [target, d_model]
            NDArray logits = w.unembedding().apply(rows); // [target, vocabulary]
            collector.backward(kind.of(logits, question));
            NDArray gradient = leaf.getGradient();
            NDScope.unregister(gradient);
            return gradient;
        }
    }

    private record Step(Gradients.Layer layer, NDArray residPre) {}

    // runs one block again and goes back through it from the gradient after it
    private Step back(int l, ActivationCache cache, NDArray atResidPost, boolean edges) {
        ActivationCache.Layer layer = cache.layers().get(l);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Leaves leaves = new Leaves();
            NDArray leaf = leaf(layer.residPre());
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray residPost = transformer.block(
                        l, layer.residPre().add(leaf), cache.probe().then(leaves));
                collector.backward(residPost.mul(atResidPost).sum());
            }
            NDArray residPre = leaf.getGradient();
            NDArray residMid = transformer.architecture().parallel() ? atResidPost : leaves.gradient(Site.RESID_MID);
            NDArray post = leaves.gradient(Site.POST);
            NDScope.unregister(residPre, residMid, post);
            return new Step(
                    new Gradients.Layer(residMid, atResidPost, post, edges ? readers(leaves, l, cache) : List.of()),
                    residPre);
        }
    }

    private static List<ReaderGradients> readers(Leaves leaves, int l, ActivationCache cache) {
        ActivationCache.Layer layer = cache.layers().get(l);
        ReaderGradients readers = new ReaderGradients(
                leaves.gradient(Site.Q),
                leaves.gradient(Site.K),
                leaves.gradient(Site.V),
                leaves.gradient(Site.MLP_IN),
                layer.residPre(),
                cache.probe(),
                l);
        NDScope.unregister(readers.q(), readers.k(), readers.v(), readers.mlp());
        return new ArrayList<>(List.of(readers)); // those of other passes come to them
    }

    // part of the way from the start to the prompt's own; from the mean of all token embeddings, positions stay
    private NDArray towardsStart(NDArray embedding, float part) {
        if (start != null) {
            return embedding.sub(embedding.sub(start).mul(1 - part));
        }
        NDArray wE = transformer.parameters().wE();
        NDArray own = wE.get(manager, new NDIndex("{}", manager.create(tokens)));
        return embedding.sub(own.sub(wE.mean(new int[] {0}, true)).mul(1 - part));
    }

    private static NDArray leaf(NDArray at) {
        NDArray leaf = at.getManager().zeros(at.getShape(), at.getDataType());
        leaf.setRequiresGradient(true);
        return leaf;
    }

    private void add(Gradients sum, Gradients other) {
        sum.embed().addi(other.embed());
        for (int l = 0; l < sum.layers().size(); l++) {
            List<NDArray> mine = arrays(sum.layers().get(l));
            List<NDArray> theirs = arrays(other.layers().get(l));
            for (int i = 0; i < mine.size(); i++) {
                mine.get(i).addi(theirs.get(i));
            }
            List<ReaderGradients> readers = other.layers().get(l).readers();
            readers.forEach(each -> each.attach(manager));
            sum.layers().get(l).readers().addAll(readers);
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
        List<NDArray> arrays = new ArrayList<>(List.of(layer.residPost(), layer.post()));
        if (layer.residMid() != layer.residPost()) {
            arrays.add(layer.residMid());
        }
        return arrays;
    }

    /** Zeros at every site of a block, and what their gradients become. */
    private static final class Leaves implements Probe {
        private static final Set<Site> SITES =
                EnumSet.of(Site.Q, Site.K, Site.V, Site.RESID_MID, Site.MLP_IN, Site.POST);

        private final Map<Site, NDArray> bySite = new EnumMap<>(Site.class);

        @Override
        public NDArray at(Site site, int layer, NDArray activation) {
            if (!SITES.contains(site)) {
                return activation;
            }
            NDArray leaf = leaf(activation);
            bySite.put(site, leaf);
            return activation.add(leaf);
        }

        private NDArray gradient(Site site) {
            return Objects.requireNonNull(bySite.get(site)).getGradient();
        }
    }
}

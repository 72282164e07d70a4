package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.headstream.tracer.effect.EffectMetric;
import io.headstream.tracer.effect.EffectOptions;
import io.headstream.tracer.effect.GradientPass;
import io.headstream.tracer.effect.Gradients;
import io.headstream.tracer.effect.ReaderGradients;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.util.List;

/**
 * What cutting each edge would take from the metric, to first order: what its writer's output differs by from the corrupted one, times the
 * gradient of the metric at its reader's input, summed over positions (EAP; Syed et al. 2023, arXiv 2310.10348). With more than one step the
 * gradient is the mean of those on the way from the corrupted embeddings to the prompt's own (EAP-IG; Hanna et al. 2024, arXiv 2403.17806).
 */
final class EdgeScores {
    private final Transformer transformer;
    private final Architecture a;
    private final Nodes nodes;

    EdgeScores(Transformer transformer, Nodes nodes) {
        this.transformer = transformer;
        this.a = transformer.architecture();
        this.nodes = nodes;
    }

    /** One prompt's, by edge. */
    double[] of(CircuitPrompt prompt, Corruption corruption, int steps) {
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Outputs corrupted = corruption.of(prompt, manager);
            GradientPass.Result pass = new GradientPass(transformer, prompt.tokens(), manager, corrupted.embed())
                    .run(new EffectOptions(EffectMetric.LOGIT, steps), logits -> prompt.question(), done -> {});
            Outputs differences = Outputs.of(pass.cache()).with(corrupted, NDArray::sub);
            return new OfPass(differences, pass.gradients(), prompt.tokens().length, manager).all();
        }
    }

    private final class OfPass {
        private final Outputs differences;
        private final Gradients gradients;
        private final NDArray written; // [node, pos * d_model]
        private final double[] scores = new double[nodes.edges()];

        OfPass(Outputs differences, Gradients gradients, int n, NDManager manager) {
            this.differences = differences;
            this.gradients = gradients;
            this.written = manager.create(new Shape(nodes.logits(), (long) n * a.dModel()));
        }

        double[] all() {
            write(Nodes.EMBED, differences.embed());
            for (int l = 0; l < a.layers(); l++) {
                try (NDScope scope = new NDScope();
                        Block.InUse use =
                                transformer.parameters().blocks().get(l).use()) {
                    scope.suppressNotUsedWarning();
                    List<ReaderGradients> readers = gradients.layers().get(l).readers();
                    for (ReaderGradients each : readers) {
                        read(nodes.head(l, 0), a.heads(), each.heads(use.block()), readers.size());
                    }
                    NDArray z = differences.z().get(l); // [pos, heads * d_head]
                    for (int h = 0; h < a.heads(); h++) {
                        String own = h * a.dHead() + ":" + (h + 1) * a.dHead();
                        write(
                                nodes.head(l, h),
                                z.get(new NDIndex(":, " + own))
                                        .matMul(use.block().wO().get(new NDIndex(own))));
                    }
                    for (ReaderGradients each : readers) {
                        read(nodes.mlp(l), 1, each.mlp(), readers.size());
                    }
                    write(nodes.mlp(l), differences.mlp().get(l));
                }
            }
            read(nodes.logits(), 1, gradients.last().residPost(), 1);
            return scores;
        }

        private void write(int node, NDArray difference) {
            written.set(new NDIndex(String.valueOf(node)), difference.reshape(-1));
        }

        // gradients [reader, pos, d_model], or of one [pos, d_model]
        private void read(int first, int count, NDArray gradient, int passes) {
            int writers = nodes.writers(first);
            float[] products = written.get(new NDIndex(":" + writers))
                    .matMul(gradient.reshape(count, -1).transpose())
                    .toFloatArray(); // [writer, reader]
            for (int writer = 0; writer < writers; writer++) {
                for (int r = 0; r < count; r++) {
                    scores[nodes.edge(writer, first + r)] += products[writer * count + r] / (double) passes;
                }
            }
        }
    }
}

package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.attribution.Outcome;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.model.Transformer;
import java.util.Arrays;
import java.util.List;

/**
 * Prompts of one length that are asked at one position, which run together.
 *
 * @param embed the residual states before the first block [prompt * pos, d_model]
 */
record PromptBatch(List<CircuitPrompt> prompts, NDArray embed, Reference reference) {

    static PromptBatch of(
            Transformer transformer, List<CircuitPrompt> prompts, List<Outputs> corrupted, NDManager owner) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDList embeds = new NDList();
            for (CircuitPrompt prompt : prompts) {
                embeds.add(transformer.embed(prompt.tokens(), owner));
            }
            NDArray embed = NDArrays.concat(embeds, 0);
            Outputs below = Outputs.below(corrupted);
            NDScope.unregister(embed);
            embed.attach(owner);
            below.arrays().forEach(NDScope::unregister);
            below.arrays().forEach(array -> array.attach(owner));
            return new PromptBatch(prompts, embed, Reference.of(transformer, below, owner));
        }
    }

    private int n() {
        return prompts.get(0).tokens().length;
    }

    /** Each prompt's metric where only the circuit's edges carry what the prompt makes of them. */
    double[] metrics(Transformer transformer, EdgeSet circuit) {
        try (NDManager manager = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray logits = transformer.from(
                    0,
                    embed,
                    n(),
                    prompts.get(0).question().position(),
                    1,
                    manager,
                    done -> {},
                    new EdgePatching(transformer, circuit, reference, n(), manager)); // [prompt, vocabulary]
            float[][] rows = Rows.of(logits);
            double[] metrics = new double[prompts.size()];
            Arrays.setAll(metrics, i -> Outcome.metric(prompts.get(i).question(), 0, rows[i]));
            return metrics;
        }
    }
}

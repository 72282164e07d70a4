package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.ActivationCache;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * What all nodes of a model write, in the form in which it is smallest: heads as z, which W_O makes their output of.
 *
 * @param embed the residual state before the first block [row, d_model]
 * @param z by layer [row, heads * d_head]
 * @param mlp by layer, biases included [row, d_model]
 */
record Outputs(NDArray embed, List<NDArray> z, List<NDArray> mlp) {

    /** Of one pass, for as long as `owner` is open. */
    static Outputs of(Transformer transformer, int[] tokens, NDManager owner) {
        try (NDManager ofPass = transformer.newPassManager();
                NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            Outputs outputs = of(transformer.run(tokens, ofPass));
            outputs.arrays().forEach(NDScope::unregister);
            outputs.arrays().forEach(array -> array.attach(owner));
            return outputs;
        }
    }

    static Outputs of(ActivationCache cache) {
        return new Outputs(
                cache.layers().get(0).residPre(),
                cache.layers().stream().map(ActivationCache.Layer::z).toList(),
                cache.layers().stream().map(ActivationCache.Layer::mlpOut).toList());
    }

    Outputs map(UnaryOperator<NDArray> each) {
        return new Outputs(
                each.apply(embed),
                z.stream().map(each).toList(),
                mlp.stream().map(each).toList());
    }

    /** Array by array. */
    Outputs with(Outputs other, BinaryOperator<NDArray> both) {
        List<NDArray> zs = new ArrayList<>();
        List<NDArray> mlps = new ArrayList<>();
        for (int l = 0; l < z.size(); l++) {
            zs.add(both.apply(z.get(l), other.z.get(l)));
            mlps.add(both.apply(mlp.get(l), other.mlp.get(l)));
        }
        return new Outputs(both.apply(embed, other.embed), zs, mlps);
    }

    /** Those of several prompts below one another. */
    static Outputs below(List<Outputs> several) {
        return several.stream()
                .reduce((one, next) -> one.with(next, (above, under) -> NDArrays.concat(new NDList(above, under), 0)))
                .orElseThrow();
    }

    List<NDArray> arrays() {
        List<NDArray> all = new ArrayList<>(z);
        all.addAll(mlp);
        all.add(embed);
        return all;
    }
}

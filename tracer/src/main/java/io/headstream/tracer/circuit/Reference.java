package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where every edge is cut: what the nodes write then, and the residual states that it adds up to, b_O among them, which is no node's.
 *
 * @param states [row, d_model], what attention and what the MLP of each layer reads, one after the other, then what the logits are made of
 */
record Reference(Outputs corrupted, List<NDArray> states) {

    /** @param owner of the states */
    static Reference of(Transformer transformer, Outputs corrupted, NDManager owner) {
        List<NDArray> states = new ArrayList<>();
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray state = corrupted.embed().duplicate(); // [row, d_model]
            for (int l = 0; l < transformer.architecture().layers(); l++) {
                states.add(state);
                NDArray after;
                try (Block.InUse use = transformer.parameters().blocks().get(l).use()) {
                    after = state.add(use.block().o().apply(corrupted.z().get(l)));
                }
                states.add(transformer.architecture().parallel() ? state : after);
                state = after.add(corrupted.mlp().get(l));
            }
            states.add(state);
            states.forEach(NDScope::unregister);
            states.forEach(each -> each.attach(owner));
            return new Reference(corrupted, List.copyOf(states));
        }
    }

    long rows() {
        return corrupted.embed().getShape().get(0);
    }

    NDArray beforeAttention(int layer) {
        return states.get(2 * layer);
    }

    NDArray beforeMlp(int layer) {
        return states.get(2 * layer + 1);
    }

    NDArray atEnd() {
        return states.get(states.size() - 1);
    }
}

package io.headstream.tracer.circuit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.headstream.tracer.model.Transformer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What nodes write where edges are cut. Closing it frees the means. */
final class Corruption implements AutoCloseable {
    private static final int[] ROWS = {0};

    private final Transformer transformer;
    private final Ablation ablation;
    private final NDManager manager;
    private final @Nullable Outputs mean; // one row

    /** @param prompts whose mean is taken, where it is */
    Corruption(Transformer transformer, Ablation ablation, List<CircuitPrompt> prompts) {
        this.transformer = transformer;
        this.ablation = ablation;
        this.manager = transformer.newPassManager();
        this.mean = ablation == Ablation.MEAN ? mean(prompts) : null;
    }

    private Outputs mean(List<CircuitPrompt> prompts) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            @Nullable Outputs sum = null;
            long rows = 0;
            for (CircuitPrompt prompt : prompts) {
                rows += prompt.tokens().length;
                try (NDManager ofPrompt = transformer.newPassManager()) {
                    Outputs one = Outputs.of(transformer, prompt.tokens(), ofPrompt)
                            .map(array -> owned(array.sum(ROWS, true)));
                    sum = sum == null ? one : sum.with(one, NDArray::addi);
                }
            }
            long count = rows;
            Outputs mean = Objects.requireNonNull(sum).map(array -> array.divi(count));
            mean.arrays().forEach(NDScope::unregister);
            return mean;
        }
    }

    private NDArray owned(NDArray array) {
        array.attach(manager);
        return array;
    }

    /** What nodes write in the place of what the prompt makes of them, a row a position. */
    Outputs of(CircuitPrompt prompt, NDManager owner) {
        return switch (ablation) {
            case CORRUPTED -> Outputs.of(transformer, prompt.corrupted(), owner);
            case MEAN -> Objects.requireNonNull(mean).map(array -> repeated(array, prompt.tokens().length, owner));
            case ZERO ->
                Outputs.of(transformer, prompt.tokens(), owner).map(array -> {
                    array.muli(0);
                    return array;
                });
        };
    }

    private static NDArray repeated(NDArray row, int times, NDManager owner) {
        NDArray rows = row.repeat(0, times);
        rows.attach(owner);
        return rows;
    }

    @Override
    public void close() {
        manager.close();
    }
}

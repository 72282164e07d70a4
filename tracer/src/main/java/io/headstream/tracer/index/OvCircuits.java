package io.headstream.tracer.index;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import io.headstream.tracer.attribution.Rows;
import io.headstream.tracer.index.HeadEntry.Copied;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Block;
import io.headstream.tracer.model.Norm;
import io.headstream.tracer.model.Parameters;
import io.headstream.tracer.model.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.exception.MathRuntimeException;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The full OV circuits W_E W_V[h] W_O[h] W_U (Elhage et al. 2021, A Mathematical Framework for Transformer Circuits), with the norms' weights
 * folded into what reads after them and biases left out, as TransformerLens folds them. A circuit is vocabulary by vocabulary and never made:
 * its eigenvalues other than 0 are those of W_O W_U W_E W_V [d_head, d_head], and its diagonal is made in slices of the vocabulary.
 */
final class OvCircuits {
    private static final int SLICE = 8192; // tokens at once

    private final Architecture a;
    private final Parameters parameters;

    OvCircuits(Transformer transformer) {
        this.a = transformer.architecture();
        this.parameters = transformer.parameters();
    }

    /** Every head's entry of one layer, `block` in float32. */
    List<HeadEntry> of(Block block) {
        NDManager manager = block.wO().getManager();
        NDArray unembedding = parameters.wU(); // [d_model, vocabulary]
        NDArray values = readThrough(block.ln1(), block.v().weight()); // [d_model, key-value heads * d_head]
        NDArray outputs = parameters.lnFinal().linear(block.wO()).reshape(a.heads(), a.dHead(), a.dModel());
        int group = a.heads() / a.attention().keyValueHeads();
        NDArray byHead =
                values.reshape(a.dModel(), -1, a.dHead()).transpose(1, 0, 2); // [key-value head, d_model, d_head]
        NDArray inner = outputs.matMul(unembedding.matMul(parameters.wE())) // [head, d_head, d_model]
                .matMul(group == 1 ? byHead : byHead.repeat(0, group)); // [head, d_head, d_head]
        NDArray diagonals = diagonals(values, outputs, group, manager); // [head, vocabulary]
        NDList top = diagonals.topK(Math.min(10, a.vocabulary()), 1, true, true);
        List<HeadEntry> heads = new ArrayList<>();
        for (int h = 0; h < a.heads(); h++) {
            heads.add(new HeadEntry(
                    score(Rows.of(inner.get(h))),
                    copied(top.get(1).get(h).toLongArray(), top.get(0).get(h).toFloatArray())));
        }
        return heads;
    }

    // the matrix [d_model, ...] that reads what the norm, but for its scale, makes of a vector
    private static NDArray readThrough(Norm norm, NDArray matrix) {
        return norm.pullBack(matrix.transpose(), 1).transpose();
    }

    private NDArray diagonals(NDArray values, NDArray outputs, int group, NDManager manager) {
        NDList slices = new NDList();
        for (int from = 0; from < a.vocabulary(); from += SLICE) {
            int to = Math.min(a.vocabulary(), from + SLICE);
            try (NDScope scope = new NDScope()) {
                scope.suppressNotUsedWarning();
                NDArray embedded = parameters.wE().get(manager, new NDIndex(from + ":" + to));
                NDArray read =
                        embedded.matMul(values).reshape(to - from, -1, a.dHead()); // [token, key-value head, d_head]
                NDArray unembedded = parameters.wU().get(manager, new NDIndex(":," + from + ":" + to));
                NDArray written = outputs.matMul(unembedded).transpose(2, 0, 1); // [token, head, d_head]
                NDArray diagonal = (group == 1 ? read : read.repeat(1, group))
                        .mul(written)
                        .sum(new int[] {2})
                        .transpose();
                NDScope.unregister(diagonal);
                slices.add(diagonal);
            }
        }
        return NDArrays.concat(slices, 1);
    }

    private static List<Copied> copied(long[] tokens, float[] logits) {
        List<Copied> copied = new ArrayList<>();
        for (int i = 0; i < tokens.length; i++) {
            if (Float.isFinite(logits[i])) {
                copied.add(new Copied((int) tokens[i], i + 1, logits[i]));
            }
        }
        return copied;
    }

    private static OptionalDouble score(float[][] matrix) {
        double[][] wide = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                wide[i][j] = matrix[i][j];
            }
        }
        try {
            EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(wide));
            double sum = 0;
            double sizes = 0;
            for (int i = 0; i < wide.length; i++) {
                double real = eigen.getRealEigenvalue(i);
                sum += real;
                sizes += Math.hypot(real, eigen.getImagEigenvalue(i));
            }
            return sizes > 0 && Double.isFinite(sizes) ? OptionalDouble.of(sum / sizes) : OptionalDouble.empty();
        } catch (MathRuntimeException e) {
            return OptionalDouble.empty(); // NaN among the weights, or no convergence
        }
    }
}

package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.error.TraceException;

/**
 * The MLP's non-linearity, under the names of Hugging Face's configs. What tanh and exp give is left as it is: their gradient
 * needs it.
 */
public enum ActivationFunction {
    /** 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))): GPT-2's, not the erf form. */
    GELU_TANH {
        @Override
        public NDArray apply(NDArray x) {
            NDArray inner = x.square()
                    .muli(Scalar.of(0.044715f, x))
                    .addi(1f)
                    .muli(x)
                    .muli(Scalar.of((float) Math.sqrt(2 / Math.PI), x));
            return inner.tanh().add(1f).muli(x).muli(Scalar.of(0.5f, x));
        }
    },
    /** x Phi(x) by the error function. */
    GELU {
        @Override
        public NDArray apply(NDArray x) {
            return x.mul(Scalar.of((float) Math.sqrt(0.5), x))
                    .erf()
                    .addi(1f)
                    .muli(x)
                    .muli(Scalar.of(0.5f, x));
        }
    },
    RELU {
        @Override
        public NDArray apply(NDArray x) {
            return x.maximum(Scalar.of(0, x));
        }
    },
    SILU {
        @Override
        public NDArray apply(NDArray x) {
            return x.div(x.neg().exp().add(1f));
        }
    },
    /** x sigmoid(1.702 x). */
    QUICK_GELU {
        @Override
        public NDArray apply(NDArray x) {
            return x.div(x.mul(Scalar.of(-1.702f, x)).exp().add(1f));
        }
    };

    public abstract NDArray apply(NDArray x);

    /** @throws TraceException listing those that are known */
    public static ActivationFunction named(String name) {
        return switch (name) {
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> GELU_TANH;
            case "gelu", "gelu_python" -> GELU;
            case "relu" -> RELU;
            case "silu", "swish" -> SILU;
            case "quick_gelu" -> QUICK_GELU;
            default ->
                throw new TraceException(
                        "activation function '" + name
                                + "' is not known; known are gelu_new, gelu_fast, gelu_pytorch_tanh, gelu, relu, silu, quick_gelu");
        };
    }
}

package io.headstream.tracer.model;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.TraceException;

/** The MLP's non-linearity, under the names of Hugging Face's configs. */
public enum ActivationFunction {
    /** 0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))): GPT-2's, not the erf form. */
    GELU_TANH {
        @Override
        public NDArray apply(NDArray x) {
            NDArray inner = x.add(x.pow(3).mul(0.044715f)).mul((float) Math.sqrt(2 / Math.PI));
            return x.mul(0.5f).mul(inner.tanh().add(1f));
        }
    },
    /** x Phi(x) by the error function. */
    GELU {
        @Override
        public NDArray apply(NDArray x) {
            return x.mul(0.5f).mul(x.mul((float) Math.sqrt(0.5)).erf().add(1f));
        }
    },
    RELU {
        @Override
        public NDArray apply(NDArray x) {
            return x.maximum(0f);
        }
    },
    SILU {
        @Override
        public NDArray apply(NDArray x) {
            return x.div(x.neg().exp().add(1f));
        }
    };

    public abstract NDArray apply(NDArray x);

    static ActivationFunction named(String name) {
        return switch (name) {
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> GELU_TANH;
            case "gelu" -> GELU;
            case "relu" -> RELU;
            case "silu", "swish" -> SILU;
            default ->
                throw new TraceException("activation function '" + name
                        + "' is not known; known are gelu_new, gelu_fast, gelu_pytorch_tanh, gelu, relu, silu");
        };
    }
}

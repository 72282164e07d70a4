package io.headstream.tracer.trace;

/** The kinds of activation, with their labels in the graph (docs/schema.md). */
public enum Kind {
    RESIDUAL("Residual"),
    ATTENTION_OUTPUT("AttentionOutput"),
    MLP_OUTPUT("MlpOutput"),
    HEAD_OUTPUT("HeadOutput"),
    MEMORY_VALUE("MemoryValue"),
    NEURON_ACTIVATION("NeuronActivation"),
    NORMALIZED("Normalized"),
    BIAS("Bias");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

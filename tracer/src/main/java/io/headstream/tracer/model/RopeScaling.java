package io.headstream.tracer.model;

import ai.djl.ndarray.NDManager;

/**
 * How rotary frequencies are stretched for contexts longer than those trained on; the names and parameters are those of Hugging Face's
 * `rope_scaling`. Frequencies are computed in float32, step by step as there, since angles at far positions feel the last bit.
 */
public sealed interface RopeScaling {
    /** Radians a position, one for each pair of dimensions. */
    float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager);

    /** What cosines and sines are multiplied by. */
    default double attentionFactor() {
        return 1;
    }

    /** How many times the context config.json states may be exceeded. */
    default double reach() {
        return 1;
    }

    /** theta^(2i / dimensions), by the engine's own pow. */
    private static float[] wavelengths(double theta, int dimensions, NDManager manager) {
        float[] exponents = new float[dimensions / 2];
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = (float) (2 * i) / dimensions;
        }
        return manager.create(new float[] {(float) theta})
                .pow(manager.create(exponents))
                .toFloatArray();
    }

    private static float[] plain(double theta, int dimensions, NDManager manager) {
        float[] frequencies = wavelengths(theta, dimensions, manager);
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = 1 / frequencies[i];
        }
        return frequencies;
    }

    /** As trained. */
    record None() implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            return plain(theta, dimensions, manager);
        }
    }

    /** Position interpolation (Chen et al. 2023, arXiv 2306.15595): all frequencies divided by the factor. */
    record Linear(double factor) implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            float[] frequencies = plain(theta, dimensions, manager);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= (float) factor;
            }
            return frequencies;
        }

        @Override
        public double reach() {
            return factor;
        }
    }

    /**
     * Dynamic NTK scaling: theta grows with the sequence once it is longer than the trained context.
     *
     * @param context positions trained on
     */
    record Dynamic(double factor, int context) implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            double stretch = factor * Math.max(positions, context) / context - (factor - 1);
            double stretched = theta * Math.pow(stretch, dimensions / (dimensions - 2.0));
            return plain(stretched, dimensions, manager);
        }

        @Override
        public double reach() {
            return factor;
        }
    }

    /** Llama 3.1's: long wavelengths divided by the factor, short ones kept, a ramp between. */
    record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int context)
            implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            float[] frequencies = plain(theta, dimensions, manager);
            for (int i = 0; i < frequencies.length; i++) {
                float wavelength = (float) (2 * Math.PI) / frequencies[i];
                if (wavelength > context / lowFrequencyFactor) {
                    frequencies[i] /= (float) factor;
                } else if (wavelength >= context / highFrequencyFactor) {
                    float smooth = (float)
                            ((context / wavelength - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor));
                    frequencies[i] = (1 - smooth) * frequencies[i] / (float) factor + smooth * frequencies[i];
                }
            }
            return frequencies;
        }
    }

    /**
     * YaRN (Peng et al. 2023, arXiv 2309.00071): interpolates the dimensions that turn less than `betaSlow` times within the trained
     * context, keeps those that turn more than `betaFast` times, ramps between; cosines and sines are scaled by the attention factor.
     *
     * @param context positions trained on
     * @param truncate whether the ramp's ends are rounded outwards to whole dimensions
     */
    record Yarn(double factor, double attentionFactor, double betaFast, double betaSlow, int context, boolean truncate)
            implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            double low = dimensionTurning(betaFast, theta, dimensions);
            double high = dimensionTurning(betaSlow, theta, dimensions);
            double from = Math.max(truncate ? Math.floor(low) : low, 0);
            double to = Math.min(truncate ? Math.ceil(high) : high, dimensions - 1);
            float width = (float) (from == to ? 0.001 : to - from);
            float[] wavelengths = wavelengths(theta, dimensions, manager);
            float[] frequencies = new float[wavelengths.length];
            for (int i = 0; i < frequencies.length; i++) {
                float kept = 1 - Math.min(1, Math.max(0, (i - (float) from) / width));
                frequencies[i] = 1 / ((float) factor * wavelengths[i]) * (1 - kept) + 1 / wavelengths[i] * kept;
            }
            return frequencies;
        }

        private double dimensionTurning(double turns, double theta, int dimensions) {
            return dimensions * Math.log(context / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
        }

        @Override
        public double reach() {
            return factor;
        }
    }
}

package io.headstream.tracer.model;

import ai.djl.ndarray.NDManager;
import java.util.List;

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

    /**
     * The longest sequence that these frequencies were made for.
     *
     * @param stated the config's max_position_embeddings, which may have the scaling in it or not
     */
    default int reach(int stated) {
        return stated;
    }

    private static int reach(int stated, int original, double factor) {
        return (int) Math.max(stated, Math.floor(original * factor));
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

    /**
     * Position interpolation (Chen et al. 2023, arXiv 2306.15595): all frequencies divided by the factor.
     *
     * @param context positions trained on
     */
    record Linear(double factor, int context) implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            float[] frequencies = plain(theta, dimensions, manager);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] /= (float) factor;
            }
            return frequencies;
        }

        @Override
        public int reach(int stated) {
            return RopeScaling.reach(stated, context, factor);
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
        public int reach(int stated) {
            return RopeScaling.reach(stated, context, factor);
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
        public int reach(int stated) {
            return RopeScaling.reach(stated, context, factor);
        }
    }

    /**
     * LongRoPE (Ding et al. 2024, arXiv 2402.13753): every pair of dimensions has a factor of its own, another one where the sequence is longer
     * than those trained on.
     *
     * @param context positions trained on
     */
    record LongRope(List<Float> shorter, List<Float> longer, int context, double attentionFactor)
            implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            List<Float> factors = positions > context ? longer : shorter;
            float[] frequencies = wavelengths(theta, dimensions, manager);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] = 1 / (factors.get(i) * frequencies[i]);
            }
            return frequencies;
        }
    }

    /**
     * Whole heads, of whose pairs only the first turn.
     *
     * @param turning how many
     */
    record Proportional(double factor, int turning) implements RopeScaling {
        @Override
        public float[] inverseFrequencies(double theta, int dimensions, int positions, NDManager manager) {
            float[] frequencies = plain(theta, dimensions, manager);
            for (int i = 0; i < frequencies.length; i++) {
                frequencies[i] = i < turning ? frequencies[i] / (float) factor : 0;
            }
            return frequencies;
        }
    }
}

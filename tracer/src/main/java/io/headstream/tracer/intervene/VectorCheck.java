package io.headstream.tracer.intervene;

import io.headstream.tracer.error.TraceException;
import io.headstream.tracer.model.Architecture;
import io.headstream.tracer.model.Transformer;
import java.util.List;
import java.util.Map;

/**
 * Whether a vector is of the right kind and fits where it is put.
 *
 * @param n positions of the prompt
 */
record VectorCheck(Intervention intervention, Architecture a, int n) {
    /** @throws TraceException where it is not */
    void check() {
        Kind kind = intervention.kind();
        Vector vector = intervention.vector();
        if (!isFor(kind, vector)) {
            throw new TraceException(
                    switch (kind) {
                        case ADD ->
                            "add needs a vector: numbers, a token's unembedding or embedding, a neuron's row of W_out, or the difference of two prompts";
                        case PATCH, RESAMPLE -> kind.label() + " needs the other prompt";
                        case MEAN -> "mean needs prompts to take it of, or its numbers";
                        case PATH -> "path needs a sender: a head or an MLP before it";
                        default -> kind.label() + " takes no vector";
                    });
        }
        if (vector instanceof Vector.Numbers numbers) {
            numbers(numbers.values());
        } else if (vector instanceof Vector.Unembedding row) {
            ofTheStream();
            known("token", row.token(), a.vocabulary());
        } else if (vector instanceof Vector.Embedding row) {
            ofTheStream();
            known("token", row.token(), a.vocabulary());
        } else if (vector instanceof Vector.NeuronRow row) {
            ofTheStream();
            known("layer", row.layer(), a.layers());
            known("neuron", row.index(), a.dMlp());
        } else if (vector instanceof Vector.OfPrompt prompt) {
            prompt(prompt);
        } else if (vector instanceof Vector.Path path) {
            path(path);
        } else if (vector instanceof Vector.Difference difference) {
            sameLength(difference.tokens());
            sameLength(difference.minus());
        } else if (vector instanceof Vector.MeanOf mean) {
            mean(mean);
        }
    }

    private static boolean isFor(Kind kind, Vector vector) {
        return switch (kind) {
            case ADD ->
                !(vector instanceof Vector.None
                        || vector instanceof Vector.OfPrompt
                        || vector instanceof Vector.Path
                        || vector instanceof Vector.MeanOf);
            case PATCH, RESAMPLE -> vector instanceof Vector.OfPrompt;
            case MEAN -> vector instanceof Vector.MeanOf || vector instanceof Vector.Numbers;
            case PATH -> vector instanceof Vector.Path;
            case ZERO, SCALE, FREEZE, REMOVE, MASK -> vector instanceof Vector.None;
        };
    }

    private void numbers(List<Float> values) {
        int width = intervention.at().place().width(a);
        if (values.size() != width) {
            throw new TraceException("the vector has " + values.size() + " numbers, but "
                    + intervention.at().place().hook() + " is " + width + " wide");
        }
        if (!values.stream().allMatch(Float::isFinite)) {
            throw new TraceException("the vector has numbers that are not finite");
        }
    }

    // rows of W_E, W_out and W_U are d_model wide
    private void ofTheStream() {
        int width = intervention.at().place().width(a);
        if (width != a.dModel()) {
            throw new TraceException("a token's or neuron's row is " + a.dModel() + " wide, but "
                    + intervention.at().place().hook() + " is " + width
                    + "; take hook_attn_out, hook_mlp_out or a residual state");
        }
    }

    private static void known(String what, int index, int end) {
        if (index < 0 || index >= end) {
            throw new TraceException(
                    "the vector's " + what + " " + index + " is not there; they go from 0 to " + (end - 1));
        }
    }

    private void prompt(Vector.OfPrompt prompt) {
        Transformer.check(ids(prompt.tokens()), a);
        for (Map.Entry<Integer, Integer> pair : prompt.positions().entrySet()) {
            inside("position " + pair.getKey(), pair.getKey(), n, "the prompt");
            inside(
                    "position " + pair.getValue(),
                    pair.getValue(),
                    prompt.tokens().size(),
                    "the other prompt");
        }
    }

    private void path(Vector.Path path) {
        At to = intervention.at();
        At sender = path.sender();
        sender.check(a, n);
        if (to.place() != Place.RESULT && to.place() != Place.MLP_OUT) {
            throw new TraceException(
                    "path goes to a head or an MLP, not to " + to.place().hook());
        }
        boolean sameBlock = sender.layer() == to.layer()
                && sender.place() == Place.RESULT
                && to.place() == Place.MLP_OUT
                && !a.parallel();
        if (sender.layer() >= to.layer() && !sameBlock) {
            throw new TraceException(
                    sender.name() + " does not come before " + to.name() + ", so nothing goes from it there");
        }
        if (path.from() instanceof Vector.OfPrompt prompt) {
            prompt(prompt);
        }
    }

    private static void inside(String what, int position, int end, String where) {
        if (position < 0 || position >= end) {
            throw new TraceException(what + " is outside " + where + "; positions go from 0 to " + (end - 1));
        }
    }

    private void sameLength(List<Integer> tokens) {
        Transformer.check(ids(tokens), a);
        if (tokens.size() != n) {
            throw new TraceException("a prompt of " + tokens.size() + " tokens has no positions for each of the " + n
                    + " here; give prompts of " + n + " tokens");
        }
    }

    private void mean(Vector.MeanOf mean) {
        if (mean.prompts().isEmpty()) {
            throw new TraceException("mean needs at least one prompt to take it of");
        }
        for (List<Integer> tokens : mean.prompts()) {
            if (mean.byPosition()) {
                sameLength(tokens);
            } else {
                Transformer.check(ids(tokens), a);
            }
        }
    }

    static int[] ids(List<Integer> tokens) {
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }
}

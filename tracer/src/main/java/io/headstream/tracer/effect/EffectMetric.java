package io.headstream.tracer.effect;

import ai.djl.ndarray.NDArray;
import io.headstream.tracer.attribution.Question;
import io.headstream.tracer.error.TraceException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an effect is an effect on. */
public enum EffectMetric {
    /** The target's logit, of several tokens their log probability; with a distractor, its logits minus the distractor's. */
    LOGIT {
        @Override
        NDArray of(NDArray logits, Question question) {
            NDArray scores = question.isLogProbability() ? logits.logSoftmax(-1) : logits;
            NDArray target = sum(scores, question.targets());
            return question.distractors().isEmpty() ? target : target.sub(sum(scores, question.distractors()));
        }
    },
    /** The target's probability; with a distractor, its probability minus the distractor's. */
    PROBABILITY {
        @Override
        NDArray of(NDArray logits, Question question) {
            NDArray scores = logits.logSoftmax(-1);
            NDArray target = sum(scores, question.targets()).exp();
            return question.distractors().isEmpty()
                    ? target
                    : target.sub(sum(scores, question.distractors()).exp());
        }
    },
    /** No effects are estimated. */
    NONE {
        @Override
        NDArray of(NDArray logits, Question question) {
            throw new IllegalStateException("there is no metric");
        }
    };

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws TraceException listing those that are known */
    public static EffectMetric named(String label) {
        return Arrays.stream(values())
                .filter(m -> m.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new TraceException(
                        "effects '" + label + "' are not known; they are one of logit, probability, none"));
    }

    /** The metric of the logits at the positions that are explained [target, vocabulary], a scalar. */
    abstract NDArray of(NDArray logits, Question question);

    // each token's at its own position
    private static NDArray sum(NDArray scores, List<Integer> tokens) {
        NDArray sum = scores.get(0, tokens.get(0));
        for (int i = 1; i < tokens.size(); i++) {
            sum = sum.add(scores.get(i, tokens.get(i)));
        }
        return sum;
    }
}
